package dev.gatehouse.it.border;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A web application as an embedded container is to run it.
 *
 * @param contextPath empty for the root context, else beginning with a slash
 * @param servlets registered in this order
 * @param listeners class names of servlet listeners, declared as in a web.xml
 * @param errorPages status to the path, within the context, that renders it
 * @param keys with which the server speaks TLS; without them it does not
 */
public record WebApp(
        String contextPath,
        List<ServletSpec> servlets,
        List<String> listeners,
        Map<Integer, String> errorPages,
        Optional<TlsKeys> keys) {

    /** A web application of servlets only. */
    public static WebApp of(String contextPath, ServletSpec... servlets) {
        return new WebApp(contextPath, List.of(servlets), List.of(), Map.of(), Optional.empty());
    }

    /** The same web application with a listener. */
    public WebApp withListener(String listenerClass) {
        return new WebApp(contextPath, servlets, List.of(listenerClass), errorPages, keys);
    }

    /** The same web application with an error page. */
    public WebApp withErrorPage(int status, String path) {
        return new WebApp(contextPath, servlets, listeners, Map.of(status, path), keys);
    }

    /** The same web application over TLS. */
    public WebApp withTls(TlsKeys serverKeys) {
        return new WebApp(contextPath, servlets, listeners, errorPages, Optional.of(serverKeys));
    }
}
