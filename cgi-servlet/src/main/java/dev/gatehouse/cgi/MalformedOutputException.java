package dev.gatehouse.cgi;

/** A script wrote what is no response (RFC 3875, 6). */
final class MalformedOutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedOutputException(String message) {
        super(message);
    }
}
