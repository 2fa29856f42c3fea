package dev.gatehouse.it.driver;

import dev.gatehouse.it.border.ContainerDriver;
import dev.gatehouse.it.border.WebApp;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ListenerHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Jetty 12.0 with its EE 10 environment. */
public final class JettyEe10Driver implements ContainerDriver {

    private JettyServer server;

    @Override
    public int start(WebApp app, boolean virtualThreads) throws Exception {
        server = new JettyServer(virtualThreads);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath());
        context.setClassLoader(JettyEe10Driver.class.getClassLoader());
        context.addServletContainerInitializer(new Registration(app));
        app.listeners().forEach(name -> context.getServletHandler().addListener(listener(name)));
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        app.errorPages().forEach(errors::addErrorPage);
        context.setErrorHandler(errors);
        return server.start(context, app.keys());
    }

    private static ListenerHolder listener(String className) {
        ListenerHolder holder = new ListenerHolder();
        holder.setClassName(className);
        return holder;
    }

    @Override
    public void stop() throws Exception {
        server.stop();
    }
}
