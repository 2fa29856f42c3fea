package dev.gatehouse.python.daemon;

/** A worker died before it called the application: another one can take the request. */
final class NotCalledException extends Exception {

    private static final long serialVersionUID = 1L;

    NotCalledException(Throwable cause) {
        super("the application was not called", cause, false, false);
    }
}
