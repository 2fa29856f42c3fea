package dev.gatehouse.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sees to it that a body of unknown length has a last chunk, which a broken one lacks (RFC 9112,
 * 8).
 *
 * <p>Where the client wants the connection closed, Jetty ends such a body with the connection, and
 * half of it looks like the whole; but it chunks if the response says so. Other containers always
 * chunk, and might send the header twice.
 */
final class LastChunk {

    private static final String JETTY = "org.eclipse.jetty.";

    private LastChunk() {}

    static void require(HttpServletRequest request, HttpServletResponse response) {
        if (isJettys(request) && isLastOnConnection(request)) {
            response.setHeader("Transfer-Encoding", "chunked");
        }
    }

    private static boolean isJettys(HttpServletRequest request) {
        return ConnectionAbort.unwrapped(request).getClass().getName().startsWith(JETTY);
    }

    private static boolean isLastOnConnection(HttpServletRequest request) {
        String connection = request.getHeader("Connection");
        return connection != null
                && connection.equalsIgnoreCase("close")
                && request.getProtocol().equals("HTTP/1.1");
    }
}
