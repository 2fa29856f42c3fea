package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the bytes of a script's output until the blank line that ends the headers (RFC 3875, 6.2).
 *
 * <p>A line ends with LF or with CRLF, as the script likes (7.2). A CR anywhere else is an error:
 * who takes it for the end of a line lets others write headers. So is NUL.
 */
final class HeaderBlock {

    private enum State {
        /** Within a line, or at its start. */
        LINE {
            @Override
            State next(HeaderBlock block, byte b) {
                return switch (b) {
                    case '\n' -> block.endLine();
                    case '\r' -> AFTER_CR;
                    case 0 -> throw new MalformedOutputException("NUL in a header");
                    default -> block.append(b);
                };
            }
        },
        /** After a CR, which only an LF may follow. */
        AFTER_CR {
            @Override
            State next(HeaderBlock block, byte b) {
                if (b != '\n') {
                    throw new MalformedOutputException("a bare CR in a header");
                }
                return block.endLine();
            }
        },
        /** After the blank line. */
        END {
            @Override
            State next(HeaderBlock block, byte b) {
                throw new IllegalStateException("the headers have ended");
            }
        };

        abstract State next(HeaderBlock block, byte b);
    }

    private final long limit;
    private final List<String> lines = new ArrayList<>();
    private byte[] line = new byte[128];
    private int length;
    private long total;
    private State state = State.LINE;

    /**
     * An empty block.
     *
     * @param limit how many bytes it may have
     */
    HeaderBlock(long limit) {
        this.limit = limit;
    }

    /**
     * Takes bytes until the block is complete.
     *
     * @return how many were taken; the rest is body
     * @throws MalformedOutputException if they cannot be headers
     */
    int take(byte[] bytes, int offset, int count) {
        int position = offset;
        while (position < offset + count && state != State.END) {
            if (++total > limit) {
                throw new MalformedOutputException(
                        "headers of more than maxHeaderSize, " + limit + " bytes");
            }
            state = state.next(this, bytes[position++]);
        }
        return position - offset;
    }

    /** Whether the blank line was taken. */
    boolean isComplete() {
        return state == State.END;
    }

    /** How many bytes were taken. */
    long size() {
        return total;
    }

    /** The lines before the blank line, their chars being bytes. */
    List<String> lines() {
        return lines;
    }

    private State append(byte b) {
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = b;
        return State.LINE;
    }

    private State endLine() {
        if (length == 0) {
            return State.END;
        }
        lines.add(new String(line, 0, length, ISO_8859_1));
        length = 0;
        return State.LINE;
    }
}
