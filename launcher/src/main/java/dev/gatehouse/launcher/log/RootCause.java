package dev.gatehouse.launcher.log;

/** The innermost cause of a failure: what containers wrap it in says nothing to the user. */
public final class RootCause {

    private RootCause() {}

    /** The cause that has no cause itself; the failure, if it has none. */
    public static Throwable of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What the innermost cause says; its class, if it says nothing. */
    public static String message(Throwable failure) {
        Throwable cause = of(failure);
        return cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
