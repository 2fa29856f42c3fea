package dev.gatehouse.launcher.server;

import java.nio.file.Path;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** The one web application that the server runs. */
public sealed interface WebApplication permits Site, SingleApplication {

    /**
     * Adds the web application to a Tomcat that has not started yet.
     *
     * @param tomcat the server
     * @param war the file to take classes and resources from
     * @param contextPath where it lies: empty, or a slash and a name
     */
    StandardContext addTo(Tomcat tomcat, Path war, String contextPath);

    /** The context attribute in which Gatehouse's listener says why it fails to start. */
    String failureAttribute();
}
