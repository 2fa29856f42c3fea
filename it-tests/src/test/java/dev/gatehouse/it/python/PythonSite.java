package dev.gatehouse.it.python;

import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.EmbeddedServer;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.LogRecords;
import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Requires;
import java.io.IOException;

/** A Python application that runs at {@code /app}, what it logs, and clients for it. */
final class PythonSite implements AutoCloseable {

    private final EmbeddedServer server;
    private final LogRecords log = new LogRecords();

    private PythonSite(EmbeddedServer server) {
        this.server = server;
    }

    static PythonSite start(Container container, WebApp app) throws Exception {
        return new PythonSite(container.start(app));
    }

    /** The address of a path of the application. */
    String url(String path) {
        return "http://127.0.0.1:" + server.port() + "/app" + path;
    }

    /** A connection of one's own. */
    RawClient connect() throws IOException {
        return server.connect();
    }

    /** What was logged since the application is there. */
    LogRecords log() {
        return log;
    }

    /**
     * Runs curl.
     *
     * @param path of the application
     * @return the body of the answer, and what {@code --write-out} adds
     */
    String curl(String path, Object... options) throws Exception {
        Requires.present(Program.installed("curl"), "curl, Debian's package");
        return Program.of("curl", "--silent", "--show-error", "--max-time", "60", url(path))
                .run(options);
    }

    /** Runs a script of the folder {@code clients} on the address of the application. */
    String client(String script, Object... arguments) throws Exception {
        return Program.of(
                        Venv.python(),
                        Deployment.APPLICATIONS.resolve("clients").resolve(script),
                        url("/"))
                .run(arguments);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            log.close();
        }
    }
}
