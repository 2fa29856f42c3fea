package dev.gatehouse.servlet;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.SettingsTable;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The context-params with the prefix {@code gatehouse.}: defaults for every application that knows
 * them.
 *
 * @param values by name without the prefix
 */
record ContextParameters(Map<String, String> values) {

    private static final String PREFIX = "gatehouse.";

    /**
     * Those of a web application.
     *
     * @throws DeploymentException if there is one that no kind of application knows
     */
    static ContextParameters of(ServletContext context, Schemes schemes) {
        Map<String, String> values = new HashMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            if (name.startsWith(PREFIX)) {
                String parameter = name.substring(PREFIX.length());
                if (!schemes.know(parameter)) {
                    throw new DeploymentException(
                            "unknown parameter \"%s\" (context-param %s in web.xml); no application takes it"
                                    .formatted(parameter, name));
                }
                values.put(parameter, context.getInitParameter(name));
            }
        }
        return new ContextParameters(values);
    }

    /** A new map of those that are in a table. */
    Map<String, String> knownTo(SettingsTable table) {
        Map<String, String> known = new HashMap<>(values);
        known.keySet().removeIf(name -> !table.knows(name));
        return known;
    }
}
