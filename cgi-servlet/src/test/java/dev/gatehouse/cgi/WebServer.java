package dev.gatehouse.cgi;

/** A running container with one web application. */
interface WebServer {

    /** The port on 127.0.0.1. */
    int port();

    /** Undeploys and stops. */
    void stop() throws Exception;
}
