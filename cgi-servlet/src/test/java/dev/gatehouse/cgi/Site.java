package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A web application with a CgiServlet in a container, and scripts that tests write. */
final class Site implements AutoCloseable {

    private final Path folder;
    private final Path scripts;
    private final WebServer server;

    private Site(
            Container container,
            String contextPath,
            List<String> mappings,
            Map<String, String> parameters,
            boolean secured) {
        folder = newFolder();
        try {
            scripts = Files.createDirectories(folder.resolve("webapp/WEB-INF/cgi"));
            server =
                    container.start(
                            new WebApp(
                                    contextPath, mappings, complete(parameters), secured, folder));
        } catch (Exception e) {
            delete(folder);
            throw new IllegalStateException(container + " did not start", e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("gatehouse-cgi-test-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> complete(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        if (!parameters.containsKey("scriptRoot")) {
            all.putIfAbsent("cgiPathPrefix", "WEB-INF/cgi");
        }
        all.replaceAll((name, value) -> value.replace("${folder}", folder.toString()));
        return all;
    }

    /** Starts a site at the root, with the scripts at /cgi-bin/. */
    static Site start(Container container, Map<String, String> parameters) {
        return start(container, "", List.of("/cgi-bin/*"), parameters);
    }

    /** Starts a site. */
    static Site start(
            Container container,
            String contextPath,
            List<String> mappings,
            Map<String, String> parameters) {
        return new Site(container, contextPath, mappings, parameters, false);
    }

    /** Starts a site as {@link #start(Container, Map)} does, for {@link WebApp#USER} alone. */
    static Site startSecured(Container container, Map<String, String> parameters) {
        return new Site(container, "", List.of("/cgi-bin/*"), parameters, true);
    }

    int port() {
        return server.port();
    }

    /** The folder of the site; the web application is in {@code webapp}. */
    Path folder() {
        return folder;
    }

    /** The folder of the scripts. */
    Path scripts() {
        return scripts;
    }

    /** Writes an executable script. */
    Path script(String name, String... lines) throws IOException {
        Path script = file(name, String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    /** Writes a file beside the scripts; chars are bytes. */
    Path file(String name, String content) throws IOException {
        Path file = scripts.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(ISO_8859_1));
        return file;
    }

    /** Opens a connection. */
    Wire connect() throws IOException {
        return new Wire(port());
    }

    /** Sends a GET for a path. */
    Response get(String path, String... headers) throws IOException {
        return request("GET", path, "", headers);
    }

    /** Sends a request with a body, if it is not empty. */
    Response request(String method, String path, String body, String... headers)
            throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        request.append("Host: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        try (Wire wire = connect()) {
            return wire.send(request.append("\r\n").append(body).toString())
                    .receive(method.equals("HEAD"));
        }
    }

    /** Undeploys and stops, and deletes everything. */
    @Override
    public void close() {
        try {
            server.stop();
            delete(folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
