package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.GatewayException;
import java.time.Duration;

/**
 * A worker that did not answer. Its message says all there is to say, in one line of the log: a
 * Java stack would only show where it was waited for.
 */
final class WorkerException extends GatewayException {

    private static final long serialVersionUID = 1L;

    WorkerException(int status, String message) {
        super(status, message, false);
    }

    /** One that is over its deadline. */
    static WorkerException late(Worker worker, Duration limit) {
        return new WorkerException(
                504,
                "%s gave no answer within the requestTimeout of %d ms"
                        .formatted(worker, limit.toMillis()));
    }

    /** One whose process has ended, by us or of itself, or that has left the request. */
    static WorkerException ended(Worker worker) {
        if (!worker.condemned().isEmpty()) {
            return new WorkerException(504, worker + " was ended: " + worker.condemned());
        }
        String death = worker.death().orElse("closed its connection without an answer");
        return new WorkerException(502, worker + " " + death);
    }
}
