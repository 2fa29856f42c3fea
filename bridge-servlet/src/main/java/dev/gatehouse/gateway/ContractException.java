package dev.gatehouse.gateway;

/** A program broke a rule of the gateway contract (PEP 3333): status 500. */
public class ContractException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A broken rule.
     *
     * @param message who broke which rule, with the value
     */
    public ContractException(String message) {
        super(500, message);
    }
}
