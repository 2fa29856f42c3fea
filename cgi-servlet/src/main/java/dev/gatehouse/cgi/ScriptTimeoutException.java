package dev.gatehouse.cgi;

import java.io.IOException;

/** A script took longer than it may. */
final class ScriptTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    ScriptTimeoutException(String message) {
        super(message);
    }
}
