package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.Servlet;
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
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A web application with a CgiServlet in an embedded Tomcat, and scripts that tests write. */
final class Site implements AutoCloseable {

    private final Path folder;
    private final Tomcat tomcat = new Tomcat();
    private final Context context;
    private final Path scripts;

    private Site(String contextPath, List<String> mappings, Map<String, String> parameters) {
        try {
            folder = Files.createTempDirectory("gatehouse-cgi-test-").toRealPath();
            scripts = Files.createDirectories(folder.resolve("webapp/WEB-INF/cgi"));
            tomcat.setBaseDir(folder.resolve("base").toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            tomcat.getConnector().setProperty("encodedSolidusHandling", "decode");
            context = tomcat.addContext(contextPath, folder.resolve("webapp").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>(parameters);
        if (!parameters.containsKey("scriptRoot")) {
            all.putIfAbsent("cgiPathPrefix", "WEB-INF/cgi");
        }
        all.replaceAll((name, value) -> value.replace("${folder}", folder.toString()));
        Wrapper cgi = addServlet("cgi", new CgiServlet(), all);
        mappings.forEach(cgi::addMapping);
    }

    /** Starts a site at the root, with the scripts at /cgi-bin/. */
    static Site start(Map<String, String> parameters) {
        return start("", List.of("/cgi-bin/*"), parameters);
    }

    /** Starts a site. */
    static Site start(String contextPath, List<String> mappings, Map<String, String> parameters) {
        return new Site(contextPath, mappings, parameters).started();
    }

    /** A site that is yet to be started. */
    static Site prepare(String contextPath, List<String> mappings, Map<String, String> parameters) {
        return new Site(contextPath, mappings, parameters);
    }

    Site started() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Context context() {
        return context;
    }

    Connector connector() {
        return tomcat.getConnector();
    }

    Wrapper addServlet(String name, Servlet servlet, Map<String, String> parameters) {
        Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
        parameters.forEach(wrapper::addInitParameter);
        wrapper.setLoadOnStartup(1);
        return wrapper;
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
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
            if (tomcat.getServer().getState() != LifecycleState.NEW) {
                tomcat.stop();
            }
            tomcat.destroy();
            delete(folder);
        } catch (LifecycleException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
