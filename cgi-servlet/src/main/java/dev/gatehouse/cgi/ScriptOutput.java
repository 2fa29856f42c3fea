package dev.gatehouse.cgi;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a script writes: headers, then the body. Used by the thread of the request.
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

    private final TimedOutput stdout;

    /** What was read and not handed out; the bytes from position to end. */
    private byte[] buffer = new byte[FIRST_BLOCK];

    private int position;
    private int end;

    ScriptOutput(TimedOutput stdout) {
        this.stdout = stdout;
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
            OptionalInt count = stdout.readWithin(buffer, end, Duration.ofNanos(left));
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
        int count = stdout.readBody(buffer);
        if (count == buffer.length) {
            byte[] full = buffer;
            buffer = NOTHING;
            return full;
        }
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
        int count = stdout.readHead(buffer);
        position = 0;
        end = Math.max(count, 0);
        return count >= 0;
    }

    private byte[] takeBuffered() {
        byte[] block = Arrays.copyOfRange(buffer, position, end);
        position = end;
        return block;
    }
}
