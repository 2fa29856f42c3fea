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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * An application as deployed for one servlet: built from its registration, with its middleware
 * around it, and closed once.
 */
final class Deployment implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.servlet");
    private static final String CONTEXT_PREFIX = "gatehouse.";

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
        String where = "servlet \"" + registration.name() + "\" in web.xml";
        Optional<ApplicationFactory> factory = factory(registration, context, where);
        SettingsTable table =
                factory.map(found -> GatewaySettings.TABLE.and(found.settings()))
                        .orElse(GatewaySettings.TABLE);
        Settings settings = table.read(parameters(registration, context, table), where);
        Deployment deployment = new Deployment(registration, settings);
        try {
            deployment.build(factory, context, given, new JavaMembers(context, where));
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
        return deployment;
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
            Optional<ApplicationFactory> factory,
            ServletContext context,
            Application given,
            JavaMembers members) {
        String named = settings.get(GatewaySettings.APPLICATION);
        if (given != null) {
            add(given);
        } else if (factory.isPresent()) {
            String rest = named.substring(named.indexOf(':') + 1);
            add(
                    factory.get()
                            .create(rest, settings, new ServletDeploymentContext(name(), context)));
        } else {
            add(members.application(GatewaySettings.APPLICATION.name(), named));
        }
        List<String> middleware = new ArrayList<>(settings.get(GatewaySettings.MIDDLEWARE));
        Collections.reverse(middleware);
        for (String each : middleware) {
            add(members.middleware(GatewaySettings.MIDDLEWARE.name(), each).wrap(application));
        }
        if (!settings.get(GatewaySettings.MULTITHREAD)) {
            Middleware single = new SingleThreaded();
            application = single.wrap(application);
        }
    }

    private void add(Application outer) {
        application = outer;
        if (outer instanceof AutoCloseable closeable) {
            toClose.push(closeable);
        }
    }

    private static Optional<ApplicationFactory> factory(
            Registration registration, ServletContext context, String where) {
        String named =
                registration.parameters().getOrDefault(GatewaySettings.APPLICATION.name(), "");
        int colon = named.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = named.substring(0, colon);
        List<String> known = new ArrayList<>();
        for (ApplicationFactory factory :
                ServiceLoader.load(ApplicationFactory.class, context.getClassLoader())) {
            if (factory.scheme().equals(scheme)) {
                return Optional.of(factory);
            }
            known.add(factory.scheme());
        }
        throw new DeploymentException(
                "application \"%s\" (%s): unknown scheme \"%s\"; known are %s"
                        .formatted(named, where, scheme, known.isEmpty() ? "none" : known));
    }

    /** The init-params, and below them the context-params that this application knows. */
    private static Map<String, String> parameters(
            Registration registration, ServletContext context, SettingsTable table) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            if (name.startsWith(CONTEXT_PREFIX)) {
                String parameter = name.substring(CONTEXT_PREFIX.length());
                if (table.knows(parameter)) {
                    parameters.put(parameter, context.getInitParameter(name));
                }
            }
        }
        parameters.putAll(registration.parameters());
        return parameters;
    }
}
