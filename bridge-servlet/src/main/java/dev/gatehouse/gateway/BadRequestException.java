package dev.gatehouse.gateway;

/** The request itself is malformed: status 400. */
public class BadRequestException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A malformed request.
     *
     * @param message what is malformed
     */
    public BadRequestException(String message) {
        super(400, message);
    }
}
