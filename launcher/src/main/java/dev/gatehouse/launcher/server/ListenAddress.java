package dev.gatehouse.launcher.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the port can be had, in words. */
final class ListenAddress {

    private ListenAddress() {}

    /**
     * Finds a port that is taken before the application is loaded, which may take long; the server
     * binds it afterwards.
     *
     * @throws LaunchException if the port cannot be had
     */
    static void check(String host, int port) throws LaunchException {
        try {
            bind(host, port);
        } catch (IOException e) {
            throw failure(host, port, e);
        }
    }

    private static void bind(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        }
    }

    /** Why the server cannot listen: the first I/O failure among the causes says it best. */
    static LaunchException failure(String host, int port, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return new LaunchException(
                "cannot listen on %s port %d: %s%s"
                        .formatted(host, port, cause.getMessage(), remedy(host, cause)),
                failure);
    }

    private static String remedy(String host, Throwable cause) {
        try {
            bind(host, 0);
        } catch (IOException e) {
            return "; --host must be an address of this machine";
        }
        return cause instanceof BindException ? "; try another --port, or 0 for a free one" : "";
    }
}
