package dev.gatehouse.servlet;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Optional;

/** The applications that are built and wait for their servlets, as context attributes. */
final class Deployments {

    private static final String PREFIX = "dev.gatehouse.deployment.";

    private Deployments() {}

    static void put(ServletContext context, Deployment deployment) {
        context.setAttribute(PREFIX + deployment.name(), deployment);
    }

    /** Hands an application over to its servlet, which closes it from then on. */
    static Optional<Deployment> take(ServletContext context, String name) {
        Deployment deployment = (Deployment) context.getAttribute(PREFIX + name);
        context.removeAttribute(PREFIX + name);
        return Optional.ofNullable(deployment);
    }

    /** Closes all that were not handed over. */
    static void closeAll(ServletContext context) {
        for (String attribute : Collections.list(context.getAttributeNames())) {
            if (attribute.startsWith(PREFIX)) {
                take(context, attribute.substring(PREFIX.length())).ifPresent(Deployment::close);
            }
        }
    }
}
