package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.OverloadedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The requests that wait for a connection, in the order of their arrival. Guarded by the lock of
 * the rotation.
 */
final class RequestQueue {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ReentrantLock lock;
    private final int length;
    private final Duration timeout;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private boolean closed;

    /**
     * An empty queue.
     *
     * @param length how many may wait
     * @param timeout how long one may wait; zero means for ever
     */
    RequestQueue(ReentrantLock lock, int length, Duration timeout) {
        this.lock = lock;
        this.length = length;
        this.timeout = timeout;
    }

    int size() {
        return waiters.size();
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    /** Gives a connection to the one that came first. */
    void serve(RequestConnection connection) {
        waiters.removeFirst().give(connection);
    }

    /**
     * Waits for a connection.
     *
     * @param unused takes a connection that was given to who is interrupted
     * @throws OverloadedException if the queue is full, or none came in time
     */
    RequestConnection await(Consumer<RequestConnection> unused) throws InterruptedException {
        if (waiters.size() >= length) {
            throw new OverloadedException(
                    "%d requests wait for a worker already (listenBacklog)"
                            .formatted(waiters.size()),
                    RETRY);
        }
        Waiter waiter = new Waiter(lock.newCondition());
        waiters.addLast(waiter);
        try {
            long left = timeout.isZero() ? Long.MAX_VALUE : timeout.toNanos();
            while (waiter.connection == null && !closed && left > 0) {
                left = waiter.signal.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            if (waiter.connection != null) {
                unused.accept(waiter.connection);
            }
            throw e;
        } finally {
            waiters.remove(waiter);
        }
        if (waiter.connection == null) {
            requireOpen();
            throw new OverloadedException(
                    "no worker became free within the queueTimeout of %d ms"
                            .formatted(timeout.toMillis()),
                    RETRY);
        }
        return waiter.connection;
    }

    /** Turns away who waits and who comes. */
    void close() {
        closed = true;
        waiters.forEach(Waiter::wake);
    }

    boolean isClosed() {
        return closed;
    }

    void requireOpen() {
        if (closed) {
            throw new GatewayException(503, "the application is being undeployed");
        }
    }

    /** A request that waits. */
    private static final class Waiter {

        private final Condition signal;
        private RequestConnection connection;

        Waiter(Condition signal) {
            this.signal = signal;
        }

        void give(RequestConnection found) {
            connection = found;
            signal.signal();
        }

        void wake() {
            signal.signal();
        }
    }
}
