package dev.gatehouse.python.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting for a condition, with a deadline. */
public final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Await() {}

    /**
     * Waits until a condition holds.
     *
     * @throws AssertionError if it does not in time
     */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
