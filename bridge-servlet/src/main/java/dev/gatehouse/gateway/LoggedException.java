package dev.gatehouse.gateway;

/**
 * A request that failed in an application with a log of its own, which says why already: whoever
 * answers adds no second record to it.
 */
public class LoggedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure that leads to {@code status}, as long as nothing was sent.
     *
     * @param status an HTTP status from 400 to 599
     * @param message what failed, in a few words
     */
    public LoggedException(int status, String message) {
        super(status, message);
    }

    /** The other log shows where it happened. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
