package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Runs an {@link Application} in a Servlet container.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>hello</servlet-name>
 *   <servlet-class>dev.gatehouse.servlet.GatewayServlet</servlet-class>
 *   <init-param>
 *     <param-name>application</param-name>
 *     <param-value>com.example.Hello</param-value>
 *   </init-param>
 *   <load-on-startup>1</load-on-startup>
 * </servlet>
 * }</pre>
 *
 * <p>The parameters are those of {@link dev.gatehouse.gateway.GatewaySettings} and of the
 * application's scheme. A parameter can also be a context-param, with the prefix {@code
 * gatehouse.}, and then holds for all applications that know it. With {@link GatewayListener} in
 * web.xml a broken registration fails the whole deployment.
 *
 * <p>Thread-safe; runs on platform and on virtual threads.
 */
public class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Application given;
    private final String fixed;
    private transient Deployment deployment;
    private transient Gateway gateway;

    /** For web.xml: the application is named in the init-param {@code application}. */
    public GatewayServlet() {
        this(null, "");
    }

    /**
     * For programmatic registration.
     *
     * @param application the application; the init-param {@code application} must then be absent
     */
    public GatewayServlet(Application application) {
        this(Objects.requireNonNull(application, "application"), "");
    }

    /**
     * For servlets that run one kind of application only; they need a public constructor without
     * arguments.
     *
     * @param fixed what stands in place of the init-param {@code application}, for example {@code
     *     cgi:}
     */
    protected GatewayServlet(String fixed) {
        this(null, fixed);
    }

    private GatewayServlet(Application given, String fixed) {
        this.given = given;
        this.fixed = fixed;
    }

    /**
     * Takes the application that {@link GatewayListener} has built, or builds it.
     *
     * @throws ServletException if it cannot be built
     */
    @Override
    public final void init() throws ServletException {
        ServletContext context = getServletContext();
        String name = getServletName();
        try {
            deployment =
                    Deployments.take(context, name)
                            .orElseGet(
                                    () ->
                                            Deployment.of(
                                                    Registration.of(getServletConfig())
                                                            .withApplication(fixed),
                                                    context,
                                                    given));
        } catch (DeploymentException e) {
            throw new ServletException(e.getMessage(), e);
        }
        gateway = deployment.gateway(context);
    }

    /** What stands in place of the init-param {@code application}; empty if nothing does. */
    final String fixedApplication() {
        return fixed;
    }

    /** Answers a request of any method. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        gateway.answer(request, response);
    }

    /** Closes the application. */
    @Override
    public void destroy() {
        if (deployment != null) {
            deployment.close();
        }
    }
}
