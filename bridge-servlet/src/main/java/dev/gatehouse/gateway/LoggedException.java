package dev.gatehouse.gateway;

/**
 * A request that failed in an application with a log of its own, which says why already: the
 * servlet answers, and logs at the level DEBUG only.
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
        super(status, message, false);
    }
}
