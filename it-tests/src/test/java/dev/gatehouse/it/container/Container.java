package dev.gatehouse.it.container;

import dev.gatehouse.it.border.WebApp;
import java.nio.file.Path;
import java.util.Locale;

/** The embedded containers that the bridge is tested in. */
public enum Container {
    TOMCAT_10_1("tomcat-10.1", "TomcatDriver"),
    TOMCAT_11("tomcat-11", "TomcatDriver"),
    JETTY_12_0("jetty-12.0", "JettyEe10Driver"),
    JETTY_12_1("jetty-12.1", "JettyEe11Driver"),
    UNDERTOW("undertow", "UndertowDriver");

    private static final String DRIVERS = "dev.gatehouse.it.driver.";

    private final String folder;
    private final String driver;

    Container(String folder, String driver) {
        this.folder = folder;
        this.driver = driver;
    }

    /**
     * Starts this container, apart from any other, on a free port of 127.0.0.1.
     *
     * @param app the web application to deploy
     * @throws Exception if the container does not start, or the deployment fails
     */
    public EmbeddedServer start(WebApp app) throws Exception {
        Path jars = Path.of(System.getProperty("gatehouse.containers"), folder);
        return EmbeddedServer.start(IsolatedLoader.of(folder, jars), DRIVERS + driver, app);
    }

    /** Whether this is a Tomcat. */
    public boolean tomcat() {
        return name().startsWith("TOMCAT");
    }

    /** Whether this is Undertow. */
    public boolean undertow() {
        return this == UNDERTOW;
    }

    /** Whether this is a Jetty. */
    public boolean jetty() {
        return name().startsWith("JETTY");
    }

    /** Its column in the tables of what becomes of requests. */
    public int column() {
        return tomcat() ? 0 : jetty() ? 1 : 2;
    }

    @Override
    public String toString() {
        return folder.toUpperCase(Locale.ROOT).charAt(0) + folder.substring(1).replace('-', ' ');
    }
}
