package dev.gatehouse.servlet;

import dev.gatehouse.gateway.DeploymentException;

/**
 * A deployment that fails because the code that it is made of threw something, which is the cause.
 */
final class ThrownByCodeException extends DeploymentException {

    private static final long serialVersionUID = 1L;

    ThrownByCodeException(String message, Throwable thrown) {
        super(message, thrown);
    }
}
