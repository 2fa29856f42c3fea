package dev.gatehouse.launcher.server;

import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;

/**
 * The WAR as its own web.xml describes it.
 *
 * @param parameters context-params by name, each in place of the one that web.xml may have
 */
public record Site(Map<String, String> parameters) implements WebApplication {

    /** Copies the map. */
    public Site {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public StandardContext addTo(Tomcat tomcat, Path war, String contextPath) {
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        tomcat.setAddDefaultWebXmlToWebapp(false);
        StandardContext context =
                (StandardContext)
                        tomcat.addWebapp(tomcat.getHost(), contextPath, war.toString(), config);
        context.setResources(new WarResources(context, war));
        parameters.forEach((name, value) -> context.addApplicationParameter(fixed(name, value)));
        context.addLifecycleListener(Site::addDefaults);
        return context;
    }

    @Override
    public String failureAttribute() {
        return "dev.gatehouse.failure";
    }

    /** One that web.xml does not override, where a second context-param would be a duplicate. */
    private static ApplicationParameter fixed(String name, String value) {
        ApplicationParameter parameter = new ApplicationParameter();
        parameter.setName(name);
        parameter.setValue(value);
        parameter.setOverride(false);
        return parameter;
    }

    /** What a container's own web.xml has, but JSP. */
    private static void addDefaults(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
            StandardContext context = (StandardContext) event.getLifecycle();
            Wrapper files =
                    Tomcat.addServlet(
                            context, "default", "org.apache.catalina.servlets.DefaultServlet");
            files.setLoadOnStartup(1);
            files.setOverridable(true);
            context.addServletMapping("/", "default", false);
            context.addWelcomeFile("index.html");
            Tomcat.addDefaultMimeTypeMappings(context);
        }
    }
}
