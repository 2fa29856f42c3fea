package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.ApplicationFactory;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.GatewaySettings;
import dev.gatehouse.gateway.Middleware;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.SettingsTable;
import dev.gatehouse.gateway.SingleThreaded;
import jakarta.servlet.ServletContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application as deployed for one servlet: built from its registration, with its middleware
 * around it, and closed once.
 */
final class Deployment implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.servlet");

    private final Registration registration;
    private final Settings settings;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private Application application;

    private Deployment(Registration registration, Settings settings) {
        this.registration = registration;
        this.settings = settings;
    }

    /**
     * Builds an application.
     *
     * @param given the application of a programmatic registration, or null if the registration
     *     names it
     * @throws DeploymentException if the registration is wrong in any way
     */
    static Deployment of(Registration registration, ServletContext context, Application given) {
        Schemes schemes = Schemes.of(context);
        Optional<ApplicationFactory> factory =
                schemes.factory(
                        registration
                                .parameters()
                                .getOrDefault(GatewaySettings.APPLICATION.name(), ""),
                        registration.where());
        SettingsTable table =
                factory.map(found -> GatewaySettings.TABLE.and(found.settings()))
                        .orElse(GatewaySettings.TABLE);
        Settings settings = read(registration, table, ContextParameters.of(context, schemes));
        Deployment deployment = new Deployment(registration, settings);
        try {
            deployment.build(factory, context, given);
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
        return deployment;
    }

    /**
     * Checks the parameters of a servlet whose application is not known yet.
     *
     * @throws DeploymentException if one is unknown or malformed
     */
    static void check(Registration registration, ServletContext context) {
        read(
                registration,
                GatewaySettings.TABLE,
                ContextParameters.of(context, Schemes.of(context)));
    }

    private static Settings read(
            Registration registration, SettingsTable table, ContextParameters defaults) {
        Map<String, String> parameters = defaults.knownTo(table);
        parameters.putAll(registration.parameters());
        return table.read(parameters, registration.where());
    }

    String name() {
        return registration.name();
    }

    /** The way of requests into the application. */
    Gateway gateway(ServletContext context) {
        PathResolver paths =
                new PathResolver(
                        context,
                        registration.mappings(),
                        settings.get(GatewaySettings.STRICT_PATH));
        return new Gateway(
                name(), application, settings, new EnvironBuilder(settings, context, paths));
    }

    /** Closes the middleware and the application, from the outside in. */
    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "application \"" + name() + "\" failed to close",
                        e);
            }
        }
    }

    private void build(
            Optional<ApplicationFactory> factory, ServletContext context, Application given) {
        JavaMembers members = new JavaMembers(context, registration.where());
        if (given != null) {
            add(given);
        } else if (factory.isPresent()) {
            add(create(factory.get(), context, members));
        } else {
            add(
                    members.application(
                            GatewaySettings.APPLICATION.name(),
                            settings.get(GatewaySettings.APPLICATION)));
        }
        List<String> middleware = new ArrayList<>(settings.get(GatewaySettings.MIDDLEWARE));
        Collections.reverse(middleware);
        for (String each : middleware) {
            add(members.wrapped(application, GatewaySettings.MIDDLEWARE.name(), each));
        }
        if (!settings.get(GatewaySettings.MULTITHREAD)) {
            Middleware single = new SingleThreaded();
            application = single.wrap(application);
        }
    }

    private Application create(
            ApplicationFactory factory, ServletContext context, JavaMembers members) {
        String named = settings.get(GatewaySettings.APPLICATION);
        CodeParameter parameter =
                new CodeParameter(GatewaySettings.APPLICATION.name(), named, registration.where());
        Application made;
        try {
            made =
                    factory.create(
                            named.substring(named.indexOf(':') + 1),
                            settings,
                            new ServletDeploymentContext(name(), context));
        } catch (DeploymentException e) {
            return fallback(e, members);
        } catch (RuntimeException e) {
            throw parameter.failed(e);
        }
        if (made == null) {
            throw parameter.broken(factory.getClass().getName() + " made no application of it");
        }
        return made;
    }

    private Application fallback(DeploymentException failure, JavaMembers members) {
        String fallback = settings.get(GatewaySettings.FALLBACK);
        if (fallback.isEmpty()) {
            throw new DeploymentException(
                    "%s (%s)".formatted(failure.getMessage(), registration.where()),
                    failure.getCause());
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "application \"%s\" gives way to its fallback: %s"
                        .formatted(name(), failure.getMessage()));
        return members.application(GatewaySettings.FALLBACK.name(), fallback);
    }

    private void add(Application outer) {
        application = outer;
        if (outer instanceof AutoCloseable closeable) {
            toClose.push(closeable);
        }
    }
}
