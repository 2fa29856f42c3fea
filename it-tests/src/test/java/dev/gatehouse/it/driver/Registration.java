package dev.gatehouse.it.driver;

import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.servlet.GatewayServlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;

/** Registers the servlets of a web application through the Servlet API alone. */
final class Registration implements ServletContainerInitializer {

    private final WebApp app;

    Registration(WebApp app) {
        this.app = app;
    }

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        for (ServletSpec spec : app.servlets()) {
            ServletRegistration.Dynamic servlet = add(spec, context);
            servlet.setInitParameters(spec.initParams());
            servlet.setLoadOnStartup(1);
            servlet.setAsyncSupported(true);
            Set<String> taken = servlet.addMapping(spec.mappings().toArray(String[]::new));
            if (!taken.isEmpty()) {
                throw new IllegalStateException(spec.name() + " cannot be mapped to " + taken);
            }
        }
    }

    private static ServletRegistration.Dynamic add(ServletSpec spec, ServletContext context) {
        return spec.application()
                .map(app -> context.addServlet(spec.name(), new GatewayServlet(app)))
                .orElseGet(() -> context.addServlet(spec.name(), spec.servletClass()));
    }
}
