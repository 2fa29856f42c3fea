package dev.gatehouse.gateway;

import java.time.Duration;

/** There is no room for the request just now: status 503 with Retry-After. */
public class OverloadedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * A request without room.
     *
     * @param message what there is not enough of, and the parameter that says how much there is
     * @param retryAfter when to try again; clients are told whole seconds, at least one
     */
    public OverloadedException(String message, Duration retryAfter) {
        super(503, message);
        this.retryAfter = retryAfter;
    }

    /** When the client may try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
