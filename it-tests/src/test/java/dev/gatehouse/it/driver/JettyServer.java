package dev.gatehouse.it.driver;

import dev.gatehouse.it.border.TlsKeys;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The part of Jetty that is the same for every level of the Servlet API. */
final class JettyServer {

    private static final int THREADS = 16;

    private final Server server;

    JettyServer(boolean virtualThreads) throws ReflectiveOperationException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        if (virtualThreads) {
            threads.setVirtualThreadsExecutor(VirtualThreads.executor());
        }
        server = new Server(threads);
    }

    /** Starts with one connector, as it comes, on a free port of 127.0.0.1. */
    int start(Handler webApp, Optional<TlsKeys> keys) throws Exception {
        ServerConnector connector =
                keys.isPresent() ? connector(keys.get()) : new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(webApp);
        server.start();
        return connector.getLocalPort();
    }

    private ServerConnector connector(TlsKeys keys) throws Exception {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(keys.context());
        tls.setWantClientAuth(true);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, tls, new HttpConnectionFactory(http));
    }

    void stop() throws Exception {
        server.stop();
        server.destroy();
    }
}
