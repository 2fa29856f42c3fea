package dev.gatehouse.it.support;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what happens on another thread, or in another process, with a deadline. */
public final class Await {

    private static final long DEADLINE_S = 20;
    private static final long POLL_MS = 10;

    private Await() {}

    /**
     * Waits until a condition holds.
     *
     * @param what the condition in words, for the failure
     * @throws AssertionError if it does not within {@value #DEADLINE_S} s
     */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        until(what, DEADLINE_S, condition);
    }

    /**
     * Waits until a condition holds.
     *
     * @param what the condition in words, for the failure
     * @param seconds how long to wait
     * @throws AssertionError if it does not within that time
     */
    public static void until(String what, long seconds, Callable<Boolean> condition)
            throws Exception {
        long deadline = System.nanoTime() + SECONDS.toNanos(seconds);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + seconds + " s: " + what);
            }
            LockSupport.parkNanos(MILLISECONDS.toNanos(POLL_MS));
        }
    }

    /** Waits for a latch, as an application does for its test. */
    public static void latch(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_S, SECONDS)) {
                throw new AssertionError("nobody came within " + DEADLINE_S + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
