package dev.gatehouse.launcher.proxy;

/** Forwarded headers that cannot be believed: malformed, or at odds with each other. */
final class ForwardedException extends Exception {

    private static final long serialVersionUID = 1L;

    ForwardedException(String message) {
        super(message);
    }
}
