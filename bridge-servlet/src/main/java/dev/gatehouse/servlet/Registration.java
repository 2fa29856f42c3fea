package dev.gatehouse.servlet;

import dev.gatehouse.gateway.GatewaySettings;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a servlet is registered.
 *
 * @param name the servlet name
 * @param parameters its init-params
 * @param mappings its url-patterns
 */
record Registration(String name, Map<String, String> parameters, Collection<String> mappings) {

    /** What the container knows of a servlet before it is initialised. */
    static Registration of(ServletRegistration registration) {
        return new Registration(
                registration.getName(),
                registration.getInitParameters(),
                registration.getMappings());
    }

    /** What a servlet is initialised with. */
    static Registration of(ServletConfig config) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            parameters.put(name, config.getInitParameter(name));
        }
        ServletRegistration own =
                config.getServletContext().getServletRegistration(config.getServletName());
        return new Registration(
                config.getServletName(), parameters, own == null ? List.of() : own.getMappings());
    }

    /** The same registration, with the application that a servlet always runs. */
    Registration withApplication(String application) {
        if (application.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(parameters);
        all.put(GatewaySettings.APPLICATION.name(), application);
        return new Registration(name, all, mappings);
    }

    /** What messages call the servlet. */
    String where() {
        return "servlet \"" + name + "\"";
    }

    /** Whether the registration says what to run. */
    boolean namesApplication() {
        return parameters.containsKey(GatewaySettings.APPLICATION.name());
    }
}
