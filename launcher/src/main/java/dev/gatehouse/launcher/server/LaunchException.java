package dev.gatehouse.launcher.server;

/** The server cannot start; the message is the one line that the user gets to see. */
public final class LaunchException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a message that names the thing, the value and, where there is one, the remedy. */
    public LaunchException(String message) {
        super(message);
    }

    /** As above, with what led to it. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
