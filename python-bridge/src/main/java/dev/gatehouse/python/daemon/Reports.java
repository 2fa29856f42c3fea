package dev.gatehouse.python.daemon;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** What the log of the container hears of a pool. */
final class Reports {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.python");

    private final String pool;
    private final String application;

    /**
     * The reports of one pool.
     *
     * @param pool its name
     * @param application what it runs, as in START
     */
    Reports(String pool, String application) {
        this.pool = pool;
        this.application = application;
    }

    /** Why a worker of the first crew does not become ready, if one line does not tell it all. */
    void tracebackOf(StartFailure failure) {
        if (!failure.traceback().isEmpty()) {
            LOG.log(Level.ERROR, message(failure.toString()));
        }
    }

    /** One line about a start that failed. */
    String message(String failure) {
        return "python application \"%s\" does not start: %s".formatted(application, failure);
    }

    /** A later worker does not become ready. */
    void failed(StartFailure failure, Duration wait) {
        LOG.log(
                Level.ERROR,
                "%s\n(the workers that there are go on serving; next start in %d s at the earliest)"
                        .formatted(message(failure.toString()), wait.toSeconds()));
    }

    /** All workers are ready. */
    void started(PoolOptions options, String mechanism) {
        log(
                Level.INFO,
                "runs %s, processes=%d, threads=%d, by %s"
                        .formatted(application, options.processes(), options.threads(), mechanism));
    }

    void reloading(String reason) {
        log(Level.INFO, "is reloaded: " + reason);
    }

    void replacing(Worker worker, String reason) {
        log(Level.DEBUG, "%s is being replaced: %s".formatted(worker, reason));
    }

    void timedOut(Worker worker, String request) {
        log(
                Level.WARNING,
                "%s took longer than the requestTimeout in %s; the stack of its thread follows, and"
                                .formatted(request, worker)
                        + " the process is replaced");
    }

    void ending(Worker worker, String reason) {
        log(Level.WARNING, "%s is ended: %s".formatted(worker, reason));
    }

    /** A worker has ended that had no reason to; its requests may have said so already. */
    void died(Worker worker) {
        log(
                worker.isBlamed() ? Level.DEBUG : Level.WARNING,
                "%s %s; it is replaced".formatted(worker, worker.death().orElse("ended")));
    }

    void left(Worker worker) {
        log(Level.DEBUG, worker + " has left");
    }

    /** Something of our own went wrong. */
    void trouble(String what, Throwable error) {
        LOG.log(Level.WARNING, "application \"" + pool + "\": " + what, error);
    }

    private void log(Level level, String text) {
        // Not as a pattern: what a worker said may have braces in it.
        LOG.log(level, "application \"" + pool + "\": " + text);
    }
}
