package dev.gatehouse.process;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that waits for something, and those that wake it.
 *
 * <p>The waiting thread calls {@link #prepare()}, then arranges to be woken, then calls {@link
 * #await}: a wake in between is not lost. Wakes may come for no reason; the waiting thread looks
 * again.
 */
final class Waiter {

    private volatile Thread thread;
    private volatile boolean woken;

    void prepare() {
        woken = false;
        thread = Thread.currentThread();
    }

    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Returns when woken or when the deadline has passed. */
    void await(Deadline deadline) throws InterruptedIOException {
        while (!woken) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting for a program");
            }
            long remaining = deadline.remaining();
            if (remaining <= 0) {
                return;
            }
            LockSupport.parkNanos(this, remaining);
        }
    }
}
