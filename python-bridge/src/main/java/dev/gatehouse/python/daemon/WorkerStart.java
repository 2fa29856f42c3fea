package dev.gatehouse.python.daemon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The start of a worker: it becomes ready once it has loaded the application and each of its
 * threads is connected, or it does not. Decided once. Thread-safe.
 */
final class WorkerStart {

    private static final Optional<StartFailure> NOT_YET =
            Optional.of(new StartFailure("not yet", ""));

    private final AtomicInteger missingConnections;
    private final AtomicBoolean loaded = new AtomicBoolean();

    /** Whether it is clear that the worker became ready in time, or did not. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private final CompletableFuture<Optional<StartFailure>> outcome = new CompletableFuture<>();

    /**
     * A start.
     *
     * @param threads how many connections there must be
     */
    WorkerStart(int threads) {
        this.missingConnections = new AtomicInteger(threads);
    }

    /** Completes when the worker is ready (empty), or is known not to become so. */
    CompletableFuture<Optional<StartFailure>> outcome() {
        return outcome;
    }

    /** Whether the worker became ready. */
    boolean isReady() {
        return outcome.getNow(NOT_YET).isEmpty();
    }

    /** A thread is connected; returns whether that makes the worker ready. */
    boolean connected() {
        missingConnections.decrementAndGet();
        return becomesReady();
    }

    /** The application is loaded; returns whether that makes the worker ready. */
    boolean loaded() {
        loaded.set(true);
        return becomesReady();
    }

    /** The worker does not become ready, unless it has. */
    void fail(StartFailure failure) {
        outcome.complete(Optional.of(failure));
    }

    /** It takes too long; returns whether the worker is given up, which has to be said by fail. */
    boolean giveUp() {
        return !outcome.isDone() && decided.compareAndSet(false, true);
    }

    /** Waits a moment for what a worker said at its end, which its exit can overtake. */
    void awaitFarewell(Duration patience) {
        Moment.await(outcome, patience);
    }

    private boolean becomesReady() {
        return loaded.get()
                && missingConnections.get() <= 0
                && decided.compareAndSet(false, true)
                && outcome.complete(Optional.empty());
    }
}
