package dev.gatehouse.benchmarks.server;

import jakarta.servlet.Servlet;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with one servlet, configured the same whatever the servlet is. */
final class Container {

    private final Tomcat tomcat = new Tomcat();

    /**
     * A container that is not started yet.
     *
     * @param base an existing directory: Tomcat's own, and what its DefaultServlet serves
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
    }

    /**
     * Serves every path with one servlet, and waits until the container stops.
     *
     * @param base what a DefaultServlet serves
     * @throws LifecycleException if the container does not start
     */
    void serve(Servlet servlet, Path base) throws LifecycleException {
        Context context = tomcat.addContext("", base.toString());
        Wrapper wrapper = Tomcat.addServlet(context, "servlet", servlet);
        wrapper.setLoadOnStartup(1);
        context.addServletMapping("/", "servlet");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static void set(Connector connector, String name, String value) {
        if (!connector.setProperty(name, value)) {
            throw new IllegalStateException("this Tomcat's connector has no property " + name);
        }
    }
}
