package dev.gatehouse.servlet;

import dev.gatehouse.gateway.ApplicationFactory;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.GatewaySettings;
import dev.gatehouse.gateway.SettingsTable;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The kinds of application that the web application can run, beside Java classes.
 *
 * @param factories by scheme
 */
record Schemes(Map<String, ApplicationFactory> factories) {

    static Schemes of(ServletContext context) {
        Map<String, ApplicationFactory> factories = new TreeMap<>();
        ServiceLoader.load(ApplicationFactory.class, context.getClassLoader())
                .forEach(factory -> factories.put(factory.scheme(), factory));
        return new Schemes(factories);
    }

    /**
     * The factory for an {@code application} parameter; empty if it names a Java class.
     *
     * @throws DeploymentException if it has a scheme that is not known
     */
    Optional<ApplicationFactory> factory(String application, String where) {
        int colon = application.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = application.substring(0, colon);
        ApplicationFactory factory = factories.get(scheme);
        if (factory == null) {
            throw new DeploymentException(
                    "application \"%s\" (%s): unknown scheme \"%s\", known are %s; is its jar in"
                                    .formatted(application, where, scheme, factories.keySet())
                            + " WEB-INF/lib?");
        }
        return Optional.of(factory);
    }

    /** Whether any kind of application takes a parameter of this name. */
    boolean know(String parameter) {
        return GatewaySettings.TABLE.knows(parameter)
                || factories.values().stream()
                        .map(ApplicationFactory::settings)
                        .anyMatch((SettingsTable table) -> table.knows(parameter));
    }
}
