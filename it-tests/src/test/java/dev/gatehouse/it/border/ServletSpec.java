package dev.gatehouse.it.border;

import dev.gatehouse.gateway.Application;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One servlet of a web application.
 *
 * @param name the servlet-name
 * @param servletClass the servlet-class
 * @param application what a GatewayServlet is constructed with; without it, a servlet is made by
 *     the container from its class name, as from a web.xml
 * @param initParams the init-params
 * @param mappings the url-patterns
 */
public record ServletSpec(
        String name,
        String servletClass,
        Optional<Application> application,
        Map<String, String> initParams,
        List<String> mappings) {

    private static final String GATEWAY = "dev.gatehouse.servlet.GatewayServlet";

    /** A GatewayServlet made with an application. */
    public static ServletSpec gateway(String name, Application application, String... mappings) {
        return new ServletSpec(
                name, GATEWAY, Optional.of(application), Map.of(), List.of(mappings));
    }

    /** A GatewayServlet that gets its application from the init-param of that name. */
    public static ServletSpec gateway(String name, String application, String... mappings) {
        return servlet(name, GATEWAY, mappings).with("application", application);
    }

    /** Any servlet, by its class name. */
    public static ServletSpec servlet(String name, String servletClass, String... mappings) {
        return new ServletSpec(name, servletClass, Optional.empty(), Map.of(), List.of(mappings));
    }

    /** The same servlet with one more init-param. */
    public ServletSpec with(String param, String value) {
        Map<String, String> params = new TreeMap<>(initParams);
        params.put(param, value);
        return new ServletSpec(name, servletClass, application, Map.copyOf(params), mappings);
    }
}
