package dev.gatehouse.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts again a file that was still open for writing.
 *
 * <p>A JVM that has just written a script and starts programs on other threads meets this: between
 * their fork and exec those hold its descriptor too.
 */
final class BusyRetry {

    private static final long[] PAUSES_MS = {10, 20, 50};

    /** One attempt to start a program. */
    @FunctionalInterface
    interface Attempt<P> {
        P start() throws LaunchException;
    }

    private BusyRetry() {}

    static <P> P start(Attempt<P> attempt) throws LaunchException {
        for (long pause : PAUSES_MS) {
            try {
                return attempt.start();
            } catch (LaunchException e) {
                if (e.failure() != LaunchFailure.BUSY) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
        return attempt.start();
    }
}
