package dev.gatehouse.python.daemon;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** How long to wait before the next start, after starts that failed. Thread-safe. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private int failures;
    private long notBefore = System.nanoTime();

    /** A start has failed; returns the wait. */
    Duration failed() {
        lock.lock();
        try {
            Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
            failures++;
            Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
            notBefore = System.nanoTime() + bounded.toNanos();
            return bounded;
        } finally {
            lock.unlock();
        }
    }

    /** The next start need not wait: one has succeeded, or what failed is no more. */
    void reset() {
        lock.lock();
        try {
            failures = 0;
            notBefore = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the wait, at least zero. */
    Duration left() {
        lock.lock();
        try {
            return Duration.ofNanos(Math.max(0, notBefore - System.nanoTime()));
        } finally {
            lock.unlock();
        }
    }
}
