package dev.gatehouse.cgi;

import dev.gatehouse.process.ProgramOutput;
import dev.gatehouse.process.ProgramTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The stdout of a script, as long as there is patience for it. Used by the thread of the request.
 *
 * <p>While a client is slow to send its body, a script has nothing to answer: headers and pieces of
 * the body may come that much later.
 */
final class TimedOutput {

    private final ProgramOutput stdout;
    private final ScriptInput input;
    private final Patience patience;
    private final Transcript transcript;
    private final long started = System.nanoTime();

    /**
     * The output of a script that was started just now.
     *
     * @param input the body that it gets meanwhile
     * @param transcript takes what is read
     */
    TimedOutput(ProgramOutput stdout, ScriptInput input, Patience patience, Transcript transcript) {
        this.stdout = stdout;
        this.input = input;
        this.patience = patience;
        this.transcript = transcript;
    }

    /**
     * Reads a part of the headers; -1 at the end of the output.
     *
     * @throws ScriptTimeoutException if it does not come within headerTimeout or totalTimeout
     */
    int readHead(byte[] target) throws IOException {
        return read(target, started, patience.header(), "wrote no headers within headerTimeout");
    }

    /**
     * Reads a part of the body; -1 at the end of the output.
     *
     * @throws ScriptTimeoutException if it does not come within idleTimeout or totalTimeout
     */
    int readBody(byte[] target) throws IOException {
        return read(target, System.nanoTime(), patience.idle(), "wrote nothing within idleTimeout");
    }

    /** Reads into the rest of an array from an offset on; empty if nothing comes within a time. */
    OptionalInt readWithin(byte[] target, int offset, Duration time) throws IOException {
        stdout.timeout(time);
        try {
            int count = stdout.read(target, offset, target.length - offset);
            if (count > 0) {
                transcript.stdout(target, offset, count);
            }
            return OptionalInt.of(count);
        } catch (ProgramTimeoutException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Reads what comes next.
     *
     * @param since when the script began to be slow
     * @param limit how slow it may be
     * @param complaint what to say if it is slower
     */
    private int read(byte[] target, long since, Duration limit, String complaint)
            throws IOException {
        OptionalInt count = OptionalInt.empty();
        while (count.isEmpty()) {
            long now = System.nanoTime();
            long left = limit.toNanos() - (now - input.lastProgress(since));
            if (left <= 0) {
                throw new ScriptTimeoutException(complaint + ", " + limit.toMillis() + " ms");
            }
            long leftOfTotal = patience.total().toNanos() - (now - started);
            if (leftOfTotal <= 0) {
                throw new ScriptTimeoutException(
                        "ran longer than totalTimeout, " + patience.total().toMillis() + " ms");
            }
            count = readWithin(target, 0, Duration.ofNanos(Math.min(left, leftOfTotal)));
        }
        return count.getAsInt();
    }
}
