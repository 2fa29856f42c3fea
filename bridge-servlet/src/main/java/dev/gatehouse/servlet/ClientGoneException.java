package dev.gatehouse.servlet;

import java.io.IOException;

/** The client went away while the response was being sent. */
final class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientGoneException(IOException cause) {
        super("the client went away", cause);
    }
}
