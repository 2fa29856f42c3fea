package dev.gatehouse.python.daemon;

import java.time.Duration;

/**
 * The deadline of one request, which stands still while the client takes its time. Moved by the
 * thread that has the request in hand, read by the housekeeper.
 */
final class Stopwatch {

    private static final long NEVER = Long.MAX_VALUE;

    private final long limit;
    private final long start = System.nanoTime();
    private volatile long paused;
    private volatile long pausedAt = NEVER;

    /**
     * Starts now.
     *
     * @param limit zero means none
     */
    Stopwatch(Duration limit) {
        this.limit = limit.isZero() ? NEVER : limit.toNanos();
    }

    void pause() {
        pausedAt = System.nanoTime();
    }

    void resume() {
        // One thread moves the watch, so nothing is lost between reading and writing.
        long before = paused;
        paused = before + (System.nanoTime() - pausedAt);
        pausedAt = NEVER;
    }

    /** For how long it has stood still, in nanoseconds; 0 if it runs. */
    long pausedFor() {
        long at = pausedAt;
        return at == NEVER ? 0 : System.nanoTime() - at;
    }

    boolean isOver() {
        return limit != NEVER && pausedAt == NEVER && System.nanoTime() - start - paused > limit;
    }
}
