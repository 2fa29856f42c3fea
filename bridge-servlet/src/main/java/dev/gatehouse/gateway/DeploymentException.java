package dev.gatehouse.gateway;

/**
 * An application that cannot be deployed as registered: a wrong class name, an unknown or malformed
 * parameter. It fails the whole deployment; its message names the thing, the value and the remedy.
 */
public class DeploymentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A registration that cannot be deployed.
     *
     * @param message the thing, the value and the remedy
     */
    public DeploymentException(String message) {
        super(message);
    }

    /**
     * A registration that cannot be deployed.
     *
     * @param message the thing, the value and the remedy
     * @param cause the failure behind this one
     */
    public DeploymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
