package dev.gatehouse.it.cgi;

import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.EmbeddedServer;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A directory of scripts, served at {@code /cgi-bin/} by a CgiServlet. */
final class CgiSite implements AutoCloseable {

    private final Path scripts;
    private final EmbeddedServer server;

    private CgiSite(Path scripts, EmbeddedServer server) {
        this.scripts = scripts;
        this.server = server;
    }

    /**
     * Starts a site. Its scripts find programs as the tests do.
     *
     * @param scripts an existing directory
     * @param parameters more init-params
     */
    static CgiSite start(Container container, Path scripts, Map<String, String> parameters)
            throws Exception {
        ServletSpec servlet =
                ServletSpec.servlet("cgi", "dev.gatehouse.cgi.CgiServlet", "/cgi-bin/*")
                        .with("scriptRoot", scripts.toRealPath().toString())
                        .with("environment-variable-PATH", System.getenv("PATH"));
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            servlet = servlet.with(parameter.getKey(), parameter.getValue());
        }
        return new CgiSite(scripts, container.start(WebApp.of("", servlet)));
    }

    /** Writes a file; {@code #!} in the first line makes it executable. */
    void write(String name, String... lines) throws IOException {
        Path file = Files.writeString(scripts.resolve(name), String.join("\n", lines) + "\n");
        if (lines[0].startsWith("#!")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The URL of a path below the scripts. */
    String url(String path) {
        return "http://127.0.0.1:" + server.port() + "/cgi-bin/" + path;
    }

    RawResponse answer(RawRequest request) throws IOException {
        try (RawClient client = server.connect()) {
            return client.exchange(request);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
