package dev.gatehouse.process;

import java.time.Duration;

/**
 * A point in time until which somebody waits.
 *
 * @param nanoTime on the clock of {@link System#nanoTime()}
 * @param never whether it never comes
 */
record Deadline(long nanoTime, boolean never) {

    /** A wait without end; longer ones count as this one, so that nothing overflows. */
    static final Duration FOREVER = Duration.ofDays(365 * 100);

    static final Deadline NEVER = new Deadline(0, true);

    static Deadline after(Duration wait) {
        return wait.compareTo(FOREVER) < 0
                ? new Deadline(System.nanoTime() + wait.toNanos(), false)
                : NEVER;
    }

    /** The nanoseconds that are left, 0 or less if it has passed. */
    long remaining() {
        return never ? Long.MAX_VALUE : nanoTime - System.nanoTime();
    }

    boolean passed() {
        return remaining() <= 0;
    }

    Deadline earlier(Deadline other) {
        if (never) {
            return other;
        }
        return other.never || nanoTime - other.nanoTime < 0 ? this : other;
    }
}
