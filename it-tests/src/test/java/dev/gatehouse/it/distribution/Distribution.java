package dev.gatehouse.it.distribution;

import dev.gatehouse.it.support.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The containers as their makers distribute them, unpacked by the build. */
enum Distribution {
    TOMCAT_10_1("tomcat-10.1", new TomcatLayout()),
    TOMCAT_11("tomcat-11", new TomcatLayout()),
    JETTY_12_0("jetty-12.0", new JettyLayout("ee10")),
    JETTY_12_1("jetty-12.1", new JettyLayout("ee11")),
    WILDFLY_39("wildfly", new WildFlyLayout());

    /** How a distribution is set up in a folder of its own, and run from there. */
    interface Layout {

        /** Writes what the server needs into an empty folder. */
        void write(Path base) throws IOException;

        /** The command that runs the server in the foreground. */
        List<String> command(Jdk jdk, Path home, Path base, int port);

        /** Where a WAR is dropped to be deployed while the server runs. */
        Path drop(Path base);

        /** Its column in the tables of what becomes of requests. */
        int column();

        /** Whether its idle threads hold on to the request, and so the application, served last. */
        default boolean keepsLastRequest() {
            return false;
        }

        /** What it answers in place of a web application that cannot be deployed. */
        default int statusOfBroken() {
            return 404;
        }

        /** The file by which it says that a WAR cannot be deployed, if it does so. */
        default Optional<Path> markOfFailure(Path war) {
            return Optional.empty();
        }

        /** Whether it waits for requests under way when it is told to end. */
        default boolean finishesRequests() {
            return false;
        }

        /**
         * Has the running server undeploy a WAR that was dropped, and removes its file: at once,
         * for Jetty closes what it has read from it by putting an empty file in its place for a
         * moment.
         */
        void undeploy(Path war) throws IOException;
    }

    private final String folder;
    private final Layout layout;

    Distribution(String folder, Layout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    /** Where it is unpacked, in the one folder of its archive; nothing is ever written there. */
    Path home() throws IOException {
        Path unpacked = Path.of(System.getProperty("gatehouse.distributions"), folder);
        try (Stream<Path> top = Files.list(unpacked)) {
            return top.findFirst().orElseThrow().toAbsolutePath();
        }
    }

    Layout layout() {
        return layout;
    }

    @Override
    public String toString() {
        return folder;
    }
}
