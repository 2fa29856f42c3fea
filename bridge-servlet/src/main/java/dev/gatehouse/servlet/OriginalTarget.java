package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What was asked for, as bytes.
 *
 * @param uri path and query as the client sent them, whatever the dispatch; after a forward, those
 *     of the request that was forwarded
 * @param query the query of the dispatch that is going on, undecoded; empty if there is none
 */
record OriginalTarget(String uri, String query) {

    static OriginalTarget of(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                ? of(request.getRequestURI(), request.getQueryString())
                : ofDispatch(request);
    }

    private static OriginalTarget of(String path, String query) {
        String bytes = query == null ? "" : bytes(query);
        return new OriginalTarget(join(bytes(path), bytes), bytes);
    }

    private static OriginalTarget ofDispatch(HttpServletRequest request) {
        OriginalTarget own = of(request.getRequestURI(), request.getQueryString());
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        OriginalTarget original =
                forwarded == null
                        ? own
                        : of(
                                forwarded.toString(),
                                (String)
                                        request.getAttribute(
                                                RequestDispatcher.FORWARD_QUERY_STRING));
        Object included =
                request.getDispatcherType() == DispatcherType.INCLUDE
                        ? request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING)
                        : null;
        return new OriginalTarget(
                original.uri(), included == null ? own.query() : bytes(included.toString()));
    }

    private static String join(String path, String query) {
        return query.isEmpty() ? path : path + '?' + query;
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
