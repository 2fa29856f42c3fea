package dev.gatehouse.servlet;

import dev.gatehouse.gateway.DeploymentException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;

/**
 * Builds every registered application while the web application starts, and fails the deployment if
 * one is broken: some containers keep a web application alive whose servlets fail to start.
 *
 * <p>Of a registration without an application only the parameters are checked: whether it was made
 * with {@code new GatewayServlet(application)}, no container says. If it was not, the servlet fails
 * in its {@code init}.
 *
 * <pre>{@code
 * <listener>
 *   <listener-class>dev.gatehouse.servlet.GatewayListener</listener-class>
 * </listener>
 * }</pre>
 */
public final class GatewayListener implements ServletContextListener {

    /** The context attribute that says in one line why the deployment failed: a String. */
    public static final String FAILURE = "dev.gatehouse.failure";

    /**
     * The context attribute that says the same without the name of the servlet, for who registers
     * only one: a String.
     */
    public static final String FAILURE_ALONE = "dev.gatehouse.failure.alone";

    /**
     * The context attribute that holds what the code of the application threw: a Throwable; absent
     * if the deployment failed for another reason.
     */
    public static final String FAILURE_THROWN = "dev.gatehouse.failure.thrown";

    /** For web.xml. */
    public GatewayListener() {}

    /**
     * Builds the applications.
     *
     * @throws DeploymentException if one cannot be built; those built before are closed
     */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            Optional<GatewayServlet> gateway = gateway(servlet, context);
            if (gateway.isPresent()) {
                build(
                        Registration.of(servlet).withApplication(gateway.get().fixedApplication()),
                        context);
            }
        }
    }

    /** Closes the applications whose servlets were never initialised. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Deployments.closeAll(event.getServletContext());
    }

    private static void build(Registration registration, ServletContext context) {
        try {
            if (registration.namesApplication()) {
                Deployments.put(context, Deployment.of(registration, context, null));
            } else {
                Deployment.check(registration, context);
            }
        } catch (DeploymentException e) {
            throw failed(e, registration, context);
        } catch (RuntimeException e) {
            String what = "failed: %s (%s)".formatted(e, registration.where());
            throw failed(new ThrownByCodeException(what, e), registration, context);
        }
    }

    private static DeploymentException failed(
            DeploymentException failure, Registration registration, ServletContext context) {
        Deployments.closeAll(context);
        String message = failure.getMessage();
        context.setAttribute(FAILURE, message);
        context.setAttribute(FAILURE_ALONE, message.replace(" (" + registration.where() + ")", ""));
        if (failure instanceof ThrownByCodeException) {
            context.setAttribute(FAILURE_THROWN, failure.getCause());
        }
        return failure;
    }

    /** A servlet of the registered class, if that is one of ours; only to ask what it runs. */
    private static Optional<GatewayServlet> gateway(
            ServletRegistration servlet, ServletContext context) {
        try {
            Class<?> type = Class.forName(servlet.getClassName(), false, context.getClassLoader());
            return GatewayServlet.class.isAssignableFrom(type)
                    ? Optional.of((GatewayServlet) type.getConstructor().newInstance())
                    : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            // A class of the container's own, or a broken one that the container will report.
            return Optional.empty();
        }
    }
}
