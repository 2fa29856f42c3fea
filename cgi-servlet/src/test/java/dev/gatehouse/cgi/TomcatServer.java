package dev.gatehouse.cgi;

import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** Embedded Tomcat. */
final class TomcatServer implements WebServer {

    private final Tomcat tomcat = new Tomcat();

    TomcatServer(WebApp app) throws LifecycleException {
        tomcat.setBaseDir(app.folder().resolve("base").toString());
        tomcat.setPort(0);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxHttpRequestHeaderSize", "" + Container.MOST_HEADER_BYTES);
        Context context = tomcat.addContext(app.contextPath(), app.files().toString());
        Wrapper cgi = Tomcat.addServlet(context, "cgi", new CgiServlet());
        app.parameters().forEach(cgi::addInitParameter);
        app.mappings().forEach(cgi::addMapping);
        cgi.setLoadOnStartup(1);
        if (app.secured()) {
            secure(context);
        }
        tomcat.start();
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void stop() throws LifecycleException {
        end(tomcat);
    }

    /** Stops a Tomcat for good, so that nothing of it is left. */
    static void end(Tomcat tomcat) throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        // The next embedded Tomcat would take this one's folder for its home, and make it again.
        System.clearProperty(Globals.CATALINA_HOME_PROP);
        System.clearProperty(Globals.CATALINA_BASE_PROP);
    }

    private static void secure(Context context) {
        SecurityCollection all = new SecurityCollection();
        all.addPattern("/*");
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(all);
        constraint.addAuthRole(WebApp.ROLE);
        context.addConstraint(constraint);
        context.addSecurityRole(WebApp.ROLE);
        context.setLoginConfig(new LoginConfig("BASIC", "test", null, null));
        context.getPipeline().addValve(new BasicAuthenticator());
        context.setRealm(new OneUser());
    }

    private static final class OneUser extends RealmBase {

        @Override
        protected String getPassword(String username) {
            return username.equals(WebApp.USER) ? WebApp.PASSWORD : null;
        }

        @Override
        protected GenericPrincipal getPrincipal(String username) {
            return new GenericPrincipal(username, List.of(WebApp.ROLE));
        }
    }
}
