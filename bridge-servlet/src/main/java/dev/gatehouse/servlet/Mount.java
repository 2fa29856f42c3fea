package dev.gatehouse.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;

/**
 * Where an application is mounted: how much of the path is SCRIPT_NAME.
 *
 * @param segments how many segments belong to the context and to the servlet's prefix
 * @param wholePath whether all of the path does, as for {@code *.ext} and exact mappings, where
 *     Servlets have no path info
 */
record Mount(int segments, boolean wholePath) {

    /**
     * The mount of a servlet that is mapped once.
     *
     * @param contextPath the context path, empty for the root
     * @param pattern the url-pattern (Servlet 6.0, 12.2)
     */
    static Mount of(String contextPath, String pattern) {
        int context = segments(contextPath);
        if (pattern.isEmpty() || pattern.equals("/")) {
            return new Mount(context, false);
        }
        return pattern.endsWith("/*")
                ? new Mount(context + segments(pattern) - 1, false)
                : new Mount(context, true);
    }

    /** The mount of the servlet on which a request was matched. */
    static Mount of(String contextPath, HttpServletMapping mapping) {
        // Not every container gives the pattern of the context root in its written form.
        return mapping.getMappingMatch() == MappingMatch.CONTEXT_ROOT
                ? of(contextPath, "")
                : of(contextPath, mapping.getPattern());
    }

    /** The mapping of the dispatch that is going on: an include keeps the request's own. */
    static HttpServletMapping mapping(HttpServletRequest request) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_MAPPING);
        return included instanceof HttpServletMapping mapping
                ? mapping
                : request.getHttpServletMapping();
    }

    private static int segments(String path) {
        int count = 0;
        for (int i = 0; i < path.length(); i++) {
            count += path.charAt(i) == '/' ? 1 : 0;
        }
        return count;
    }
}
