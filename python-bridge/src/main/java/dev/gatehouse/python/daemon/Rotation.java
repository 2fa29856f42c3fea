package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.OverloadedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The workers that take requests: which of their connections are idle, and who waits for one.
 *
 * <p>A request goes to the process with the fewest busy threads, there to the connection that was
 * used last; those who find none wait in the order of their arrival. Thread-safe.
 */
final class Rotation {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Place> places = new ArrayList<>();
    private final Map<Worker, Place> placeOf = new HashMap<>();
    private final RequestQueue queue;

    Rotation(int queueLength, Duration queueTimeout) {
        this.queue = new RequestQueue(lock, queueLength, queueTimeout);
    }

    /**
     * Takes a connection, of which the caller then has the only use.
     *
     * @throws OverloadedException if the queue is full, or no worker became free in time
     */
    RequestConnection lease() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            queue.requireOpen();
            RequestConnection idle = queue.isEmpty() ? takeIdle() : null;
            return idle != null ? idle : queue.await(this::putBack);
        } finally {
            lock.unlock();
        }
    }

    /** Takes back a connection whose request is answered. */
    void release(RequestConnection connection) {
        boolean useful;
        lock.lock();
        try {
            useful = giveBack(connection);
        } finally {
            lock.unlock();
        }
        if (!useful) {
            connection.close();
        }
    }

    /** Takes note that a leased connection was closed. */
    void giveUp(RequestConnection connection) {
        lock.lock();
        try {
            Place place = placeOf.get(connection.worker());
            if (place != null) {
                place.leased--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes in a new connection. */
    void admit(RequestConnection connection) {
        boolean useful;
        lock.lock();
        try {
            Place place = placeOf.computeIfAbsent(connection.worker(), Place::new);
            place.leased++;
            useful = giveBack(connection);
        } finally {
            lock.unlock();
        }
        if (!useful) {
            connection.close();
        }
    }

    /** Lets a worker take requests. */
    void enter(Worker worker) {
        lock.lock();
        try {
            Place place = placeOf.computeIfAbsent(worker, Place::new);
            place.stage = Stage.IN;
            places.add(place);
            while (!queue.isEmpty() && !place.idle.isEmpty()) {
                place.lease();
                queue.serve(place.idle.removeLast());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a worker take no more requests; those in hand go on. */
    void leave(Worker worker) {
        List<RequestConnection> idle = List.of();
        lock.lock();
        try {
            Place place = placeOf.computeIfAbsent(worker, Place::new);
            places.remove(place);
            place.stage = Stage.LEFT;
            idle = List.copyOf(place.idle);
            place.idle.clear();
        } finally {
            lock.unlock();
        }
        idle.forEach(RequestConnection::close);
    }

    /** Forgets a worker that has ended. */
    void forget(Worker worker) {
        leave(worker);
        lock.lock();
        try {
            placeOf.remove(worker);
        } finally {
            lock.unlock();
        }
    }

    /** Turns away who waits and who comes. */
    void close() {
        lock.lock();
        try {
            queue.close();
        } finally {
            lock.unlock();
        }
    }

    /** How busy a worker is. */
    Load load(Worker worker) {
        lock.lock();
        try {
            Place place = placeOf.get(worker);
            return place == null
                    ? new Load(0, 0, worker.since())
                    : new Load(place.leased, place.requests, place.lastUse);
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How busy a worker is.
     *
     * @param leased how many requests it has in hand
     * @param requests how many it was given so far
     * @param lastUse when it was given the last one, as System.nanoTime tells it
     */
    record Load(int leased, long requests, long lastUse) {}

    private RequestConnection takeIdle() {
        Place best = null;
        for (Place place : places) {
            if (!place.idle.isEmpty() && (best == null || place.leased < best.leased)) {
                best = place;
            }
        }
        if (best == null) {
            return null;
        }
        best.lease();
        return best.idle.removeLast();
    }

    private void putBack(RequestConnection connection) {
        if (!giveBack(connection)) {
            connection.close();
        }
    }

    /** Whether a leased connection found its next use, now or later. */
    private boolean giveBack(RequestConnection connection) {
        Place place = placeOf.get(connection.worker());
        if (place == null) {
            return false;
        }
        place.leased--;
        if (place.stage == Stage.LEFT || queue.isClosed() || !connection.isOpen()) {
            return false;
        }
        if (place.stage == Stage.COMING || queue.isEmpty()) {
            place.idle.addLast(connection);
        } else {
            place.lease();
            queue.serve(connection);
        }
        return true;
    }

    private enum Stage {
        /** Its connections come in, and wait. */
        COMING,
        /** It takes requests. */
        IN,
        /** It takes no more. */
        LEFT
    }

    /** One worker, as the rotation knows it. */
    private static final class Place {

        private final Deque<RequestConnection> idle = new ArrayDeque<>();
        private int leased;
        private long requests;
        private long lastUse;
        private Stage stage = Stage.COMING;

        Place(Worker worker) {
            lastUse = worker.since();
        }

        void lease() {
            leased++;
            requests++;
            lastUse = System.nanoTime();
        }
    }
}
