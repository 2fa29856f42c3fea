package dev.gatehouse.python.daemon;

import java.time.Duration;

/** How long to wait before the next start, after starts that failed. Not thread-safe. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private int failures;
    private long notBefore = System.nanoTime();

    /** A start has failed; returns the wait. */
    Duration failed() {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
        failures++;
        Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        notBefore = System.nanoTime() + bounded.toNanos();
        return bounded;
    }

    void succeeded() {
        failures = 0;
        notBefore = System.nanoTime();
    }

    /** What is left of the wait, at least zero. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, notBefore - System.nanoTime()));
    }
}
