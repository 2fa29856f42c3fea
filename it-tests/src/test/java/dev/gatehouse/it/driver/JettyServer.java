package dev.gatehouse.it.driver;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
    int start(Handler webApp) throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(webApp);
        server.start();
        return connector.getLocalPort();
    }

    void stop() throws Exception {
        server.stop();
        server.destroy();
    }
}
