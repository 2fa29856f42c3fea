package dev.gatehouse.process;

import java.io.InterruptedIOException;
import java.time.Duration;

/** A program did not write, or did not read, in time. It still runs. */
public class ProgramTimeoutException extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * A read or write that took too long.
     *
     * @param stream the stream, for example {@code stdout}
     * @param timeout the limit
     */
    ProgramTimeoutException(String stream, Duration timeout) {
        super("nothing moved on " + stream + " for " + timeout.toMillis() + " ms");
    }
}
