package dev.gatehouse.it.distribution;

import dev.gatehouse.it.launcher.app.FileAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A WAR that is dropped beside the delivered one: the same with one servlet only, which sends a
 * file by a FileWrapper, or would if its registration were not broken.
 */
enum Neighbour {
    FILE("environ.answer.file", Artifacts.war().toAbsolutePath().toString(), ""),
    MISSING(
            "application",
            "com.example.Missing",
            "(servlet \"probe\"): there is no class com.example.Missing"),
    MISSPELT("maxBodySice", "1", "unknown parameter \"maxBodySice\" (servlet \"probe\")");

    private static final String WEB_XML =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <listener>
                <listener-class>dev.gatehouse.servlet.GatewayListener</listener-class>
              </listener>
              <servlet>
                <servlet-name>probe</servlet-name>
                <servlet-class>dev.gatehouse.servlet.GatewayServlet</servlet-class>
            %s    <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>probe</servlet-name>
                <url-pattern>/*</url-pattern>
              </servlet-mapping>
            </web-app>
            """;

    private static final String PARAMETER =
            "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>%n";

    private final Map<String, String> parameters = new TreeMap<>();
    private final String reason;

    Neighbour(String parameter, String value, String reason) {
        parameters.put("application", FileAnswer.class.getName());
        parameters.put(parameter, value);
        this.reason = reason;
    }

    /** Why it cannot be deployed, in the words of the log; empty if it can. */
    String reason() {
        return reason;
    }

    /** Where it answers, if it is deployed. */
    String path() {
        return "/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** Its name as a file. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".war";
    }

    /** Writes it into a file that is not there yet. */
    void write(Path war) throws IOException {
        Files.copy(Artifacts.war(), war);
        try (FileSystem inside = FileSystems.newFileSystem(war)) {
            Files.delete(inside.getPath("WEB-INF", "jboss-web.xml"));
            Files.writeString(inside.getPath("WEB-INF", "web.xml"), webXml());
            String application = FileAnswer.class.getName().replace('.', '/') + ".class";
            Path file = inside.getPath("WEB-INF", "classes").resolve(application);
            Files.createDirectories(file.getParent());
            try (InputStream code = FileAnswer.class.getResourceAsStream("/" + application)) {
                Files.copy(code, file);
            }
        }
    }

    private String webXml() {
        return WEB_XML.formatted(
                parameters.entrySet().stream()
                        .map(each -> PARAMETER.formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining()));
    }
}
