package dev.gatehouse.gateway;

/** The request body is larger than {@code maxBodySize}: status 413. */
public class BodyTooLargeException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A request body over the limit.
     *
     * @param limit the limit in bytes
     */
    public BodyTooLargeException(long limit) {
        super(413, "the request body is larger than maxBodySize, " + limit + " bytes");
    }
}
