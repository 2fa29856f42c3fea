package dev.gatehouse.it.driver;

import dev.gatehouse.it.border.ContainerDriver;
import dev.gatehouse.it.border.TlsKeys;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.servlet.GatewayListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat 10.1 and 11, with the connector as it comes. */
public final class TomcatDriver implements ContainerDriver {

    static {
        // Both would make one Tomcat of a JVM its only one, and hold its classes for ever.
        TomcatURLStreamHandlerFactory.disable();
        Registry.disableRegistry();
    }

    private final Tomcat tomcat = new Tomcat();
    private Path base;
    private Object failure;

    @Override
    public int start(WebApp app, boolean virtualThreads) throws Exception {
        base = Files.createTempDirectory("gatehouse-tomcat");
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("useVirtualThreads", String.valueOf(virtualThreads));
        app.keys().ifPresent(keys -> speakTls(connector, keys));
        StandardContext context = context(app);
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            throw new LifecycleException("the context did not start: " + failure);
        }
        return connector.getLocalPort();
    }

    private static void speakTls(Connector connector, TlsKeys keys) {
        SSLHostConfig host = new SSLHostConfig();
        host.setCertificateVerification("optional");
        host.setTruststoreFile(keys.file().toString());
        host.setTruststorePassword(keys.password());
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keys.file().toString());
        certificate.setCertificateKeystorePassword(keys.password());
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setProperty("SSLEnabled", "true");
        connector.setScheme("https");
        connector.setSecure(true);
    }

    private StandardContext context(WebApp app) {
        Context context = tomcat.addContext(app.contextPath(), base.toString());
        context.setParentClassLoader(TomcatDriver.class.getClassLoader());
        context.addServletContainerInitializer(new Registration(app), Set.of());
        context.addLifecycleListener(this::rememberFailure);
        app.listeners().forEach(context::addApplicationListener);
        app.errorPages().forEach((status, path) -> context.addErrorPage(page(status, path)));
        ((StandardContext) context).setFailCtxIfServletStartFails(true);
        return (StandardContext) context;
    }

    /** Tomcat only logs why a context fails, and clears its attributes while it stops it. */
    private void rememberFailure(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)) {
            Context context = (Context) event.getLifecycle();
            failure = context.getServletContext().getAttribute(GatewayListener.FAILURE);
        }
    }

    private static ErrorPage page(int status, String path) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(status);
        page.setLocation(path);
        return page;
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        // The next embedded Tomcat would take this one's folder for its home, and make it again.
        System.clearProperty(Globals.CATALINA_HOME_PROP);
        System.clearProperty(Globals.CATALINA_BASE_PROP);
        Folders.delete(base);
    }
}
