package dev.gatehouse.gateway;

import java.io.IOException;

/**
 * Sends a block of the body at once (PEP 3333, "The write() Callable"): for programs that cannot
 * return their body as blocks. What is written precedes what the application returns.
 */
@FunctionalInterface
public interface Write {

    /**
     * Sends one block and returns when the container has taken it.
     *
     * @param block the bytes; not changed, and not kept after the call
     * @throws IOException if the client went away
     * @throws ContractException if the block is null, does not fit the declared Content-Length, or
     *     the response has already ended
     */
    void write(byte[] block) throws IOException;
}
