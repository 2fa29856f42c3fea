package dev.gatehouse.python.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A WAR with one Python application, in the making. */
public final class War {

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private War() {}

    /** A WAR whose web.xml names this application. */
    public static War of(String application) {
        // Machines that build are busy.
        return new War().set("application", application).set("startupTimeout", "120s");
    }

    /** Adds an init-param. */
    public War set(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Adds a file. */
    public War with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Adds a file. */
    public War with(String path, String content) {
        return with(path, content.getBytes(UTF_8));
    }

    /**
     * Adds a wheel.
     *
     * @param content names and texts of its files, in turns
     */
    public War withWheel(String path, String... content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < content.length; i += 2) {
            entries.put(content[i], content[i + 1].getBytes(UTF_8));
        }
        return with(path, zip(entries));
    }

    /** Writes it. */
    public Path write(Path war) throws IOException {
        StringBuilder init = new StringBuilder();
        parameters.forEach(
                (name, value) ->
                        init.append("<init-param><param-name>")
                                .append(name)
                                .append("</param-name><param-value>")
                                .append(value)
                                .append("</param-value></init-param>"));
        with(
                "WEB-INF/web.xml",
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <listener>
                    <listener-class>dev.gatehouse.servlet.GatewayListener</listener-class>
                  </listener>
                  <servlet>
                    <servlet-name>site</servlet-name>
                    <servlet-class>dev.gatehouse.servlet.GatewayServlet</servlet-class>
                    %s
                    <load-on-startup>1</load-on-startup>
                  </servlet>
                  <servlet-mapping>
                    <servlet-name>site</servlet-name>
                    <url-pattern>/*</url-pattern>
                  </servlet-mapping>
                </web-app>
                """
                        .formatted(init));
        return Files.write(war, zip(files));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
