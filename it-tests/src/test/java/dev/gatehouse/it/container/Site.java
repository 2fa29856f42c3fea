package dev.gatehouse.it.container;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.http.RawClient;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** A running server whose application is changed from test to test. */
public final class Site {

    private static final class Switch implements Application {

        private volatile Application current;

        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
                throws Exception {
            return current.call(environ, startResponse);
        }
    }

    private final Switch application;
    private final EmbeddedServer server;

    private Site(Switch application, EmbeddedServer server) {
        this.application = application;
        this.server = server;
    }

    static Site start(Container container, Function<Application, WebApp> webApp) {
        Switch application = new Switch();
        try {
            return new Site(application, container.start(webApp.apply(application)));
        } catch (Exception e) {
            throw new IllegalStateException(container + " did not start", e);
        }
    }

    /** Requests from now on are answered by this application. */
    public void run(Application next) {
        application.current = next;
    }

    /** Opens a connection. */
    public RawClient connect() throws IOException {
        return server.connect();
    }

    void close() {
        server.close();
    }
}
