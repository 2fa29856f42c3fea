package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The request target as the client sent it, whatever the dispatch. */
final class OriginalTarget {

    private OriginalTarget() {}

    /** Path and query as sent; after a forward, those of the request that was forwarded. */
    static String uri(HttpServletRequest request) {
        Object forwarded =
                request.getDispatcherType() == DispatcherType.REQUEST
                        ? null
                        : request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null
                ? join(request.getRequestURI(), request.getQueryString())
                : join(
                        forwarded.toString(),
                        (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING));
    }

    /** The query of the dispatch that is going on, undecoded; empty if there is none. */
    static String query(HttpServletRequest request) {
        Object included =
                request.getDispatcherType() == DispatcherType.INCLUDE
                        ? request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING)
                        : null;
        String query = included == null ? request.getQueryString() : included.toString();
        return query == null ? "" : bytes(query);
    }

    private static String join(String path, String query) {
        return query == null || query.isEmpty() ? bytes(path) : bytes(path) + '?' + bytes(query);
    }

    /** Jetty decodes a raw UTF-8 query; back to bytes. */
    private static String bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(UTF_8), ISO_8859_1);
            }
        }
        return text;
    }
}
