package dev.gatehouse.it.border;

/**
 * Runs one embedded container. An implementation is loaded in the container's own class loader, has
 * a public constructor without arguments, and is used for one start.
 */
public interface ContainerDriver {

    /**
     * Starts a server on a free port of 127.0.0.1.
     *
     * @param app the one web application that it serves
     * @param virtualThreads whether requests run on virtual threads (Java 21+)
     * @return the port
     * @throws Exception if the container does not start, or the web application fails to deploy
     */
    int start(WebApp app, boolean virtualThreads) throws Exception;

    /**
     * Undeploys the web application and ends the server with all of its threads.
     *
     * @throws Exception if the container does not end in order
     */
    void stop() throws Exception;
}
