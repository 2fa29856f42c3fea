package dev.gatehouse.launcher.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.JarResourceSet;

/**
 * One application for every path, without a web.xml.
 *
 * @param parameters the init-params of its servlet
 * @param classpath folders and jar files that join the classes of the WAR
 */
public record SingleApplication(Map<String, String> parameters, List<Path> classpath)
        implements WebApplication {

    private static final String NAME = "application";
    private static final String CLASSES = "/WEB-INF/classes";
    private static final String SERVLET = "dev.gatehouse.servlet.GatewayServlet";
    private static final String LISTENER = "dev.gatehouse.servlet.GatewayListener";
    private static final String MISSING_CLASS = "dev.gatehouse.missing-class";

    /** Copies the collections. */
    public SingleApplication {
        parameters = Map.copyOf(parameters);
        classpath = List.copyOf(classpath);
    }

    @Override
    public StandardContext addTo(Tomcat tomcat, Path war, String contextPath) {
        StandardContext context = (StandardContext) tomcat.addContext(contextPath, war.toString());
        context.setResources(resources(context, war));
        context.getServletContext()
                .setAttribute(MISSING_CLASS, "put it into a folder or a jar file of --classpath");
        context.addApplicationListener(LISTENER);
        Wrapper servlet = Tomcat.addServlet(context, NAME, SERVLET);
        parameters.forEach(servlet::addInitParameter);
        servlet.setLoadOnStartup(1);
        context.addServletMapping("/*", NAME, false);
        return context;
    }

    /** Says nothing of the servlet, which has no name that a user gave it. */
    @Override
    public String failureAttribute() {
        return "dev.gatehouse.failure.alone";
    }

    private WebResourceRoot resources(StandardContext context, Path war) {
        WebResourceRoot root = new WarResources(context, war);
        for (Path entry : classpath) {
            String base = entry.toString();
            root.addPostResources(
                    Files.isDirectory(entry)
                            ? new DirResourceSet(root, CLASSES, base, "/")
                            : new JarResourceSet(root, CLASSES, base, "/"));
        }
        return root;
    }
}
