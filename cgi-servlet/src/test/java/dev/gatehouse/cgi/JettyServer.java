package dev.gatehouse.cgi;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;

/** Embedded Jetty. */
final class JettyServer implements WebServer {

    private final Server server = new Server();
    private final ServerConnector connector;

    JettyServer(WebApp app) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(Container.MOST_HEADER_BYTES);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath());
        context.setBaseResourceAsPath(app.files());
        context.setTempDirectory(app.folder().resolve("base").toFile());
        ServletHolder cgi = new ServletHolder("cgi", new CgiServlet());
        cgi.setInitParameters(app.parameters());
        cgi.setInitOrder(1);
        app.mappings().forEach(mapping -> context.addServlet(cgi, mapping));
        if (app.secured()) {
            context.setSecurityHandler(security());
        }
        server.setHandler(context);
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void stop() throws Exception {
        server.stop();
        server.destroy();
    }

    private static ConstraintSecurityHandler security() {
        UserStore users = new UserStore();
        users.addUser(
                WebApp.USER, Credential.getCredential(WebApp.PASSWORD), new String[] {WebApp.ROLE});
        HashLoginService login = new HashLoginService("test");
        login.setUserStore(users);
        ConstraintMapping all = new ConstraintMapping();
        all.setPathSpec("/*");
        all.setConstraint(Constraint.from(WebApp.ROLE));
        ConstraintSecurityHandler security = new ConstraintSecurityHandler();
        security.addConstraintMapping(all);
        security.setAuthenticator(new BasicAuthenticator());
        security.setLoginService(login);
        return security;
    }
}
