package dev.gatehouse.gateway;

/**
 * A request that cannot be answered, with the HTTP status that it leads to.
 *
 * <p>The message is for the log only; no client ever sees it.
 */
public class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A failure that leads to {@code status}, as long as nothing was sent.
     *
     * @param status an HTTP status from 400 to 599
     * @param message what failed, on which value, and the remedy
     */
    public GatewayException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * A failure that leads to {@code status}, as long as nothing was sent.
     *
     * @param status an HTTP status from 400 to 599
     * @param message what failed, on which value, and the remedy
     * @param cause the failure behind this one
     */
    public GatewayException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /**
     * A failure that leads to {@code status}, as long as nothing was sent.
     *
     * @param status an HTTP status from 400 to 599
     * @param message what failed, on which value, and the remedy
     * @param stackTrace whether a stack trace would show anything
     */
    protected GatewayException(int status, String message, boolean stackTrace) {
        super(message, null, true, stackTrace);
        this.status = status;
    }

    /** The HTTP status that this failure leads to. */
    public int status() {
        return status;
    }
}
