package dev.gatehouse.cgi;

import dev.gatehouse.gateway.OverloadedException;
import dev.gatehouse.gateway.Settings;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many scripts run at a time, and how many requests wait for one to end. Thread-safe. */
final class Admission {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Semaphore running;
    private final Semaphore waiting;
    private final Duration timeout;
    private final int most;

    Admission(Settings settings) {
        this.most = settings.get(CgiSettings.MAX_PROCESSES);
        this.running = new Semaphore(most, true);
        this.waiting = new Semaphore(settings.get(CgiSettings.MAX_QUEUE));
        this.timeout = settings.get(CgiSettings.QUEUE_TIMEOUT);
    }

    /** The right to run a script, until it is closed. */
    final class Permit implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();

        /** Lets the next one in. Idempotent. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                running.release();
            }
        }
    }

    /**
     * Waits until a script may be started, in order of arrival.
     *
     * @throws OverloadedException if too many wait already, or it takes too long
     */
    Permit admit() {
        if (!running.tryAcquire()) {
            queue();
        }
        return new Permit();
    }

    private void queue() {
        if (!waiting.tryAcquire()) {
            throw new OverloadedException(
                    "maxProcesses, %d, scripts run and maxQueue requests wait".formatted(most),
                    RETRY);
        }
        try {
            if (!running.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new OverloadedException(
                        "none of maxProcesses, %d, scripts ended within queueTimeout, %d ms"
                                .formatted(most, timeout.toMillis()),
                        RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("interrupted while waiting for a script to end", RETRY);
        } finally {
            waiting.release();
        }
    }
}
