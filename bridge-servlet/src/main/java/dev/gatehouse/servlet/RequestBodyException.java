package dev.gatehouse.servlet;

import java.io.IOException;

/** The request body is not all there: the client went away, or sent it malformed. */
final class RequestBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    RequestBodyException(String message) {
        super(message);
    }

    RequestBodyException(String message, IOException cause) {
        super(message, cause);
    }
}
