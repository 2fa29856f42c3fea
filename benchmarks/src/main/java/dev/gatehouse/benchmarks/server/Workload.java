package dev.gatehouse.benchmarks.server;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.servlet.GatewayServlet;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a server does, in its two forms. */
enum Workload {
    /** 13 bytes. */
    HELLO(() -> new Hello.Plain(13), directory -> Hello.application(13)),
    /** 13 bytes, once every header of the request is a string, which an environ needs. */
    HEADERS(() -> new Hello.Reading(13), directory -> Hello.application(13)),
    /** 64 KiB in one block. */
    BODY(() -> new Hello.Plain(65_536), directory -> Hello.application(65_536)),
    /** 1,000 blocks, each flushed. */
    STREAM(BlockStream.Plain::new, directory -> BlockStream.application()),
    /** A file of the given directory. */
    FILE(Download::plain, Download::application),
    /** The length of the request body. */
    UPLOAD(Upload.Plain::new, directory -> Upload.application()),
    /** 13 bytes, and {@link Scripts} beside it. */
    SCRIPTS(() -> new Hello.Plain(13), directory -> Hello.application(13));

    private final Supplier<Servlet> plain;
    private final Function<Path, Application> application;

    Workload(Supplier<Servlet> plain, Function<Path, Application> application) {
        this.plain = plain;
        this.application = application;
    }

    /**
     * The servlet for a command line.
     *
     * @param form {@code plain} or {@code gateway}
     * @param directory what {@link #FILE} serves
     * @throws IllegalArgumentException if the form is another
     */
    Servlet servlet(String form, Path directory) {
        return switch (form) {
            case "plain" -> plain.get();
            case "gateway" -> new GatewayServlet(application.apply(directory));
            default -> throw new IllegalArgumentException("unknown form " + form);
        };
    }

    /** The workload of a name in lower case. */
    static Workload named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
