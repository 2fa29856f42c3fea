package dev.gatehouse.servlet;

import dev.gatehouse.gateway.DeploymentException;

/**
 * A parameter that names code; for messages about it.
 *
 * @param name the parameter
 * @param value what it names
 * @param where what it was set for, for example {@code servlet "blog"}
 */
record CodeParameter(String name, String value, String where) {

    /** A deployment that fails because of what is named here. */
    DeploymentException broken(String why) {
        return broken(why, null);
    }

    /** As above, with what led to it. */
    DeploymentException broken(String why, Throwable cause) {
        return new DeploymentException(message(why), cause);
    }

    /** A deployment that fails because the code that is named here threw something. */
    DeploymentException failed(Throwable thrown) {
        boolean wraps = thrown instanceof ExceptionInInitializerError && thrown.getCause() != null;
        Throwable told = wraps ? thrown.getCause() : thrown;
        return new ThrownByCodeException(message("failed: " + told), told);
    }

    private String message(String why) {
        return "%s \"%s\" (%s): %s".formatted(name, value, where, why);
    }
}
