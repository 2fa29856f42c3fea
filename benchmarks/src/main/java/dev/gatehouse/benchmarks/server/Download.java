package dev.gatehouse.benchmarks.server;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.Header;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.servlets.DefaultServlet;

/** The file {@code file.bin} of a directory. */
final class Download {

    private static final String NAME = "file.bin";

    private Download() {}

    /** As an application that returns a {@link FileWrapper}. */
    static Application application(Path directory) {
        Path file = directory.resolve(NAME);
        List<Header> headers = List.of(new Header("Content-Type", "application/octet-stream"));
        return (environ, startResponse) -> {
            startResponse.start("200 OK", headers);
            return FileWrapper.of(file);
        };
    }

    /** Tomcat's own servlet for files, which serves the directory that is the context's base. */
    static Servlet plain() {
        return new DefaultServlet();
    }
}
