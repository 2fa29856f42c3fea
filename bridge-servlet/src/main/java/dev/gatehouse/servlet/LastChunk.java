package dev.gatehouse.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sees to it that a body of unknown length has a last chunk, which a broken one lacks (RFC 9112,
 * 8).
 *
 * <p>Where the client wants the connection closed, Jetty and Undertow end such a body with the
 * connection, and half of it looks like the whole; but they chunk if the response says so. Tomcat
 * always chunks, and would send the header twice.
 */
final class LastChunk {

    private static final String TOMCAT = "org.apache.catalina.";

    private LastChunk() {}

    static void require(HttpServletRequest request, HttpServletResponse response) {
        if (isLastOnConnection(request) && !isTomcats(request)) {
            response.setHeader("Transfer-Encoding", "chunked");
        }
    }

    private static boolean isLastOnConnection(HttpServletRequest request) {
        String connection = request.getHeader("Connection");
        return connection != null
                && connection.equalsIgnoreCase("close")
                && request.getProtocol().equals("HTTP/1.1");
    }

    private static boolean isTomcats(HttpServletRequest request) {
        return ConnectionAbort.unwrapped(request).getClass().getName().startsWith(TOMCAT);
    }
}
