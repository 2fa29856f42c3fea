package dev.gatehouse.benchmarks.server;

import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat, configured the same whatever its servlets are. */
final class Container {

    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    /**
     * A container that is not started yet.
     *
     * @param base an existing directory: Tomcat's own, and that of the web application
     * @param port on 127.0.0.1
     * @param virtualThreads whether each request runs on a virtual thread
     */
    Container(Path base, int port, boolean virtualThreads) {
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(port);
        set(connector, "address", "127.0.0.1");
        // A fresh connection every 100 requests would hide a part of what is compared.
        set(connector, "maxKeepAliveRequests", "-1");
        set(connector, "useVirtualThreads", Boolean.toString(virtualThreads));
        tomcat.setConnector(connector);
        context = tomcat.addContext("", base.toString());
    }

    /** Serves what a URL pattern matches with a servlet that has these init-params. */
    void add(String pattern, Servlet servlet, Map<String, String> parameters) {
        Wrapper wrapper = Tomcat.addServlet(context, pattern, servlet);
        parameters.forEach(wrapper::addInitParameter);
        wrapper.setLoadOnStartup(1);
        context.addServletMapping(pattern, wrapper.getName());
    }

    /**
     * Starts, and waits until the container stops, at the latest when the process is told to end.
     *
     * @throws LifecycleException if the container does not start
     */
    void serve() throws LifecycleException {
        tomcat.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        tomcat.getServer().await();
    }

    /** Has the applications leave nothing behind. */
    private void stop() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("the container did not stop", e);
        }
    }

    private static void set(Connector connector, String name, String value) {
        if (!connector.setProperty(name, value)) {
            throw new IllegalStateException("this Tomcat's connector has no property " + name);
        }
    }
}
