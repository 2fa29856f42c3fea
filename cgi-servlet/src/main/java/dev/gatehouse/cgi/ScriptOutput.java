package dev.gatehouse.cgi;

import dev.gatehouse.process.ProgramOutput;
import dev.gatehouse.process.ProgramTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The stdout of a script: headers, then the body, in time. Used by the thread of the request.
 *
 * <p>Output that comes in many small pieces is sent in many small pieces; but what a script writes
 * and ends at once, as most do, is one block.
 */
final class ScriptOutput {

    private static final byte[] NOTHING = {};
    private static final int FIRST_BLOCK = 8 * 1024;
    private static final int BLOCK = 64 * 1024;

    /** How long the first block of a body waits for the end of the output. */
    private static final long AT_ONCE = Duration.ofMillis(2).toNanos();

    private final ProgramOutput stdout;
    private final ScriptInput input;
    private final Patience patience;
    private final Transcript transcript;
    private final long started = System.nanoTime();

    /** What was read and not handed out; the bytes from position to end. */
    private byte[] buffer = new byte[FIRST_BLOCK];

    private int position;
    private int end;

    ScriptOutput(
            ProgramOutput stdout, ScriptInput input, Patience patience, Transcript transcript) {
        this.stdout = stdout;
        this.input = input;
        this.patience = patience;
        this.transcript = transcript;
    }

    /**
     * Reads the headers.
     *
     * @param limit how many bytes they may have
     * @throws ScriptTimeoutException if they do not come in time
     * @throws MalformedOutputException if there are none, or they are malformed
     * @throws IOException if the output cannot be read
     */
    ScriptHead head(long limit) throws IOException {
        Optional<ScriptHead> head = Optional.empty();
        while (head.isEmpty()) {
            head = HeadParser.parse(lines(limit));
        }
        return head.get();
    }

    /**
     * The whole body, if the script writes and ends it at once and it is small.
     *
     * @return empty if there is more, or it is not certain
     */
    Optional<byte[]> shortBody() throws IOException {
        long deadline = System.nanoTime() + AT_ONCE;
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        long left = AT_ONCE;
        while (end < buffer.length && left > 0) {
            OptionalInt count = readWithin(end, Duration.ofNanos(left));
            if (count.isPresent() && count.getAsInt() < 0) {
                return Optional.of(takeBuffered());
            }
            end += count.orElse(0);
            left = deadline - System.nanoTime();
        }
        return Optional.empty();
    }

    /**
     * The next piece of the body; of length 0 at its end.
     *
     * @throws ScriptTimeoutException if the script is silent for too long
     * @throws IOException if the output cannot be read
     */
    byte[] block() throws IOException {
        if (position < end) {
            return takeBuffered();
        }
        if (buffer.length < BLOCK) {
            buffer = new byte[BLOCK];
        }
        int count = read(System.nanoTime(), patience.idle(), "wrote nothing within idleTimeout");
        return count < 0 ? NOTHING : Arrays.copyOf(buffer, count);
    }

    /** Takes back a block that was the last one handed out. */
    void putBack(byte[] block) {
        buffer = block;
        position = 0;
        end = block.length;
    }

    private List<String> lines(long limit) throws IOException {
        HeaderBlock block = new HeaderBlock(limit);
        while (!block.isComplete()) {
            if (position == end && !fill()) {
                throw new MalformedOutputException(
                        block.size() == 0
                                ? "no output"
                                : "no blank line after the headers, but the end of the output");
            }
            position += block.take(buffer, position, end - position);
        }
        return block.lines();
    }

    private boolean fill() throws IOException {
        int count = read(started, patience.header(), "wrote no headers within headerTimeout");
        position = 0;
        end = Math.max(count, 0);
        return count >= 0;
    }

    /**
     * Reads what comes next.
     *
     * @param since when the script began to be slow
     * @param limit how slow it may be
     * @param complaint what to say if it is slower
     */
    private int read(long since, Duration limit, String complaint) throws IOException {
        OptionalInt count = OptionalInt.empty();
        while (count.isEmpty()) {
            long now = System.nanoTime();
            // While a client is slow to send its body, a script has nothing to answer.
            long left = limit.toNanos() - (now - input.lastProgress(since));
            if (left <= 0) {
                throw new ScriptTimeoutException(complaint + ", " + limit.toMillis() + " ms");
            }
            long leftOfTotal = patience.total().toNanos() - (now - started);
            if (leftOfTotal <= 0) {
                throw new ScriptTimeoutException(
                        "ran longer than totalTimeout, " + patience.total().toMillis() + " ms");
            }
            count = readWithin(0, Duration.ofNanos(Math.min(left, leftOfTotal)));
        }
        return count.getAsInt();
    }

    /** Reads into the buffer from an offset on; empty if nothing comes within the time. */
    private OptionalInt readWithin(int offset, Duration time) throws IOException {
        stdout.timeout(time);
        try {
            int count = stdout.read(buffer, offset, buffer.length - offset);
            if (count > 0) {
                transcript.stdout(buffer, offset, count);
            }
            return OptionalInt.of(count);
        } catch (ProgramTimeoutException e) {
            return OptionalInt.empty();
        }
    }

    private byte[] takeBuffered() {
        byte[] block = Arrays.copyOfRange(buffer, position, end);
        position = end;
        return block;
    }
}
