package dev.gatehouse.python.daemon;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The request connections of a worker that are open. Thread-safe. */
final class WorkerConnections {

    private final Set<RequestConnection> open = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> noneLeft = new CompletableFuture<>();
    private volatile boolean ended;

    Set<RequestConnection> open() {
        return open;
    }

    /**
     * Takes in a connection.
     *
     * @return false if the process has ended, so that nobody else will close it
     */
    boolean add(RequestConnection connection) {
        open.add(connection);
        return !ended;
    }

    /** A connection was closed. */
    void forget(RequestConnection connection) {
        open.remove(connection);
        if (ended && open.isEmpty()) {
            noneLeft.complete(null);
        }
    }

    /**
     * Closes what the process left open when it ended, once requests in hand have read what it sent
     * before that.
     *
     * @param patience how long they may take; a child of the process can hold its end open
     */
    void closeAll(Duration patience) {
        ended = true;
        open.stream()
                .filter(connection -> connection.exchange() == null)
                .forEach(RequestConnection::close);
        if (!open.isEmpty()) {
            Moment.await(noneLeft, patience);
        }
        open.forEach(RequestConnection::close);
    }
}
