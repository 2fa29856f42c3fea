package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.EmbeddedServer;
import dev.gatehouse.launcher.server.LaunchException;
import dev.gatehouse.launcher.server.PortFile;
import dev.gatehouse.launcher.server.ServerSettings;
import dev.gatehouse.launcher.server.TemporaryFolder;
import dev.gatehouse.launcher.server.WebApplication;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Starts a server and says so; it runs until the process is asked to stop. */
final class Launch {

    private final Path war;
    private final PrintWriter out;

    /**
     * Prepares a launch.
     *
     * @param war the file that the launcher was started from
     * @param out gets the one line that says that the server is ready
     */
    Launch(Path war, PrintWriter out) {
        this.war = war;
        this.out = out;
    }

    /** Starts the server, and returns when the process ends. */
    void run(ServerOptions options, WebApplication application)
            throws LaunchException, InterruptedException {
        ServerSettings settings = options.settings();
        if (options.batchScheduling()) {
            BatchScheduling.request();
        }
        Shutdown shutdown = Shutdown.install();
        TemporaryFolder folder = shutdown.add(TemporaryFolder.create());
        EmbeddedServer server =
                shutdown.add(EmbeddedServer.start(settings, application, war, folder.path()));
        if (options.portFile().isPresent()) {
            shutdown.add(PortFile.write(options.portFile().get(), server.port()));
        }
        out.printf("%s ready on %s in %.1f s%n", Product.line(), server.address(), uptime());
        out.flush();
        shutdown.await();
    }

    private static double uptime() {
        Instant start = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
