package dev.gatehouse.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;

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
        return request.getProtocol().equals("HTTP/1.1") && asksToClose(request);
    }

    /** Whether one of the options of the connection is {@code close} (RFC 9112, 9.6). */
    private static boolean asksToClose(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Connection");
        while (values.hasMoreElements()) {
            for (String option : values.nextElement().split(",")) {
                if (option.strip().equalsIgnoreCase("close")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTomcats(HttpServletRequest request) {
        return ConnectionAbort.unwrapped(request).getClass().getName().startsWith(TOMCAT);
    }
}
