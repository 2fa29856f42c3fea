package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.BadRequestException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds the {@link RequestPath} of a request, whatever the dispatch, and holds it against the path
 * on which the container matched its security constraints. Thread-safe.
 */
final class PathResolver {

    private final String contextPath;
    private final Optional<Mount> onlyMount;
    private final boolean strict;

    /**
     * A resolver for one servlet.
     *
     * @param mappings the url-patterns of the servlet
     * @param strict whether to refuse a path that the container saw differently
     */
    PathResolver(ServletContext context, Collection<String> mappings, boolean strict) {
        this.contextPath = context.getContextPath();
        this.onlyMount =
                mappings.size() == 1
                        ? Optional.of(Mount.of(contextPath, mappings.iterator().next()))
                        : Optional.empty();
        this.strict = strict;
    }

    /**
     * The path of a request.
     *
     * @throws BadRequestException if it is malformed or ambiguous
     */
    RequestPath resolve(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return RequestPath.of(dispatchedUri(request), mount(request));
        }
        RequestPath path =
                RequestPath.of(
                        pathOf(request.getRequestURI()),
                        onlyMount.isPresent() ? onlyMount.get() : mount(request));
        if (strict && !path.plain()) {
            requireSame(path, request);
        }
        return path;
    }

    private Mount mount(HttpServletRequest request) {
        return Mount.of(contextPath, Mount.mapping(request));
    }

    private static String dispatchedUri(HttpServletRequest request) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
        return pathOf(included == null ? request.getRequestURI() : included.toString());
    }

    /** The path of a target in absolute form (RFC 9112, 3.2.2), which some containers leave be. */
    private static String pathOf(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.indexOf("://");
        int path = authority < 0 ? -1 : target.indexOf('/', authority + 3);
        return path < 0 ? "/" : target.substring(path);
    }

    /** Decoding differently from whoever checked the constraints is how they are bypassed. */
    private void requireSame(RequestPath path, HttpServletRequest request) {
        String ours = collapsed(path.text());
        String theirs = collapsed(decodedContextPath() + containersPath(request));
        if (!ours.equals(theirs)) {
            throw new BadRequestException(
                    "ambiguous path: the container saw \"%s\", the application would see \"%s\";"
                                    .formatted(theirs, ours)
                            + " strictPath=false lets it in");
        }
    }

    private static String containersPath(HttpServletRequest request) {
        try {
            String pathInfo = request.getPathInfo();
            return request.getServletPath() + (pathInfo == null ? "" : pathInfo);
        } catch (IllegalArgumentException e) {
            // Jetty's way to say that the path is ambiguous, when its connector lets it in.
            throw new BadRequestException("the container calls the path ambiguous: " + e);
        }
    }

    /** Containers differ on whether the context path is encoded. */
    private String decodedContextPath() {
        return new String(RequestPath.ofContext(contextPath).getBytes(ISO_8859_1), UTF_8);
    }

    private static String collapsed(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }
}
