package dev.gatehouse.python.daemon;

import java.util.concurrent.atomic.LongAdder;

/** What has happened since the pool was started, for those who watch it. Thread-safe. */
final class Tally {

    private final LongAdder requestsOfEnded = new LongAdder();
    private final LongAdder deaths = new LongAdder();
    private final LongAdder timeouts = new LongAdder();

    /** A worker has ended that had been given so many requests. */
    void ended(long requests) {
        requestsOfEnded.add(requests);
    }

    /** A worker that served has ended, and had no reason to. */
    void died() {
        deaths.increment();
    }

    /** A request was over its deadline. */
    void timedOut() {
        timeouts.increment();
    }

    long requestsOfEnded() {
        return requestsOfEnded.sum();
    }

    long deaths() {
        return deaths.sum();
    }

    long timeouts() {
        return timeouts.sum();
    }
}
