package dev.gatehouse.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The stdin of a program, seen from our side; unbuffered.
 *
 * <p>One thread at a time; {@link #close()} may come from any thread and ends a write that waits. A
 * write throws {@link InputClosedException} once the program no longer reads, {@link
 * ProgramTimeoutException} if it takes nothing in time, and {@link java.io.InterruptedIOException}
 * if the thread is interrupted, whose interrupt status then stays set. A thread that waits is
 * parked, so that a virtual thread holds no carrier.
 */
public abstract class ProgramInput extends OutputStream {

    ProgramInput() {}

    /**
     * Writes what the pipe takes without waiting.
     *
     * @return the number of bytes taken, 0 to {@code length}
     * @throws IOException as a write does
     */
    public abstract int offer(byte[] bytes, int offset, int length) throws IOException;

    /**
     * How long a write may wait for the program to take at least one byte.
     *
     * @param timeout positive; without a call there is no limit
     */
    public abstract void timeout(Duration timeout);

    /** Closes our end of the pipe. Idempotent; never waits. */
    @Override
    public abstract void close();

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
