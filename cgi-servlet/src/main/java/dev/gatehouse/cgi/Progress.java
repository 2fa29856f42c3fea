package dev.gatehouse.cgi;

/** When something last went on. Thread-safe. */
final class Progress {

    private volatile long last = System.nanoTime();

    void made() {
        last = System.nanoTime();
    }

    /** The last time or the given one, whichever is later, by {@link System#nanoTime()}. */
    long laterThan(long time) {
        long now = last;
        return now - time > 0 ? now : time;
    }
}
