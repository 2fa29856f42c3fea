package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The stdout or stderr of a program, seen from our side; unbuffered.
 *
 * <p>One thread at a time; {@link #close()} may come from any thread and ends a read that waits. A
 * read throws {@link ProgramTimeoutException} if nothing comes in time, and {@link
 * java.io.InterruptedIOException} if the thread is interrupted, whose interrupt status then stays
 * set. A thread that waits is parked, so that a virtual thread holds no carrier.
 *
 * <p>The end of the stream comes when every process that holds the other end has closed it. A
 * background process may hold it for ever; so it also comes when the program itself has exited and
 * nothing was written for a second after that.
 */
public abstract class ProgramOutput extends InputStream {

    /** How long the stream of a program that exited may be held open in silence. */
    static final Duration LINGER = Duration.ofSeconds(1);

    ProgramOutput() {}

    /**
     * How long a read may wait for the first byte.
     *
     * @param timeout positive; without a call there is no limit
     */
    public abstract void timeout(Duration timeout);

    /** Closes our end of the pipe. Idempotent; never waits. */
    @Override
    public abstract void close();

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
