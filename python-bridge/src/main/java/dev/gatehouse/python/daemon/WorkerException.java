package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.GatewayException;

/**
 * A worker that did not answer. Its message says all there is to say, in one line of the log: a
 * Java stack would only show where it was waited for.
 */
final class WorkerException extends GatewayException {

    private static final long serialVersionUID = 1L;

    WorkerException(int status, String message) {
        super(status, message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
