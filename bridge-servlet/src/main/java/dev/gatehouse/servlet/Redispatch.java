package dev.gatehouse.servlet;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.GatewayException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * {@code gatehouse.redispatch}: the application records a path, and the container answers it in
 * place of the application (the local redirect of RFC 3875, 6.2.2).
 */
final class Redispatch implements Function<String, Iterable<byte[]>> {

    private static final String DEPTH = "dev.gatehouse.redispatches";
    private static final int DEEPEST = 10;
    private static final Mount WHOLE = new Mount(0, true);

    private final HttpServletRequest request;
    private String target;
    private int depth;

    Redispatch(HttpServletRequest request) {
        this.request = request;
    }

    /** Records the target; the returned body is empty. */
    @Override
    public Iterable<byte[]> apply(String path) {
        if (!path.startsWith("/")) {
            throw new ContractException("redispatch takes an absolute path, was \"" + path + '"');
        }
        target = path;
        return List.of();
    }

    boolean isRequested() {
        return target != null;
    }

    /**
     * Checks the recorded target, if there is one, so that {@link #forward} may go there.
     *
     * @throws GatewayException if the target is private, or the redirects do not end
     */
    void accept() {
        if (target == null) {
            return;
        }
        requirePublic();
        int next = request.getAttribute(DEPTH) instanceof Integer earlier ? earlier + 1 : 1;
        if (next > DEEPEST) {
            throw new GatewayException(
                    500, "more than %d local redirects, the last to %s".formatted(DEEPEST, target));
        }
        depth = next;
    }

    /** Lets the container answer the accepted target, if there is one. */
    void forward(HttpServletResponse response) throws ServletException, IOException {
        if (depth == 0) {
            return;
        }
        String contextPath = request.getServletContext().getContextPath();
        if (!target.startsWith(contextPath + "/")) {
            redirect(response);
            return;
        }
        request.setAttribute(DEPTH, depth);
        request.getRequestDispatcher(target.substring(contextPath.length()))
                .forward(new BodilessRequest(request), response);
    }

    /** Another web application: only the client can go there. */
    private void redirect(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        // As it is: sendRedirect would rewrite it.
        response.setHeader("Location", target);
    }

    /** A forward passes by what keeps these from clients. */
    private void requirePublic() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        for (String segment : RequestPath.of(path, WHOLE).scriptName().split("/", -1)) {
            if (segment.equalsIgnoreCase("WEB-INF") || segment.equalsIgnoreCase("META-INF")) {
                throw new GatewayException(500, "local redirect into " + segment + " refused");
            }
        }
    }
}
