package dev.gatehouse.cgi;

import java.util.concurrent.locks.ReentrantLock;

/** Lets a number of bytes pass in each second. Thread-safe. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final long perSecond;
    private long second = System.nanoTime();
    private long left;

    RateLimit(long perSecond) {
        this.perSecond = perSecond;
        this.left = perSecond;
    }

    /** Takes up to that many bytes; returns how many may pass. */
    int take(int wanted) {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (now - second >= SECOND) {
                second = now;
                left = perSecond;
            }
            int taken = (int) Math.min(wanted, left);
            left -= taken;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
