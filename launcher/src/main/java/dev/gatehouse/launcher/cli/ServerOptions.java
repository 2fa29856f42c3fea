package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.proxy.Cidr;
import dev.gatehouse.launcher.server.AccessLog;
import dev.gatehouse.launcher.server.LaunchException;
import dev.gatehouse.launcher.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command takes. */
final class ServerOptions {

    private static final int DEFAULT_THREADS = 200;
    private static final String THREADS = "--server-threads";
    private static final String SHORT_THREADS = "--threads";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            description = "File that holds the port number while the server is ready.")
    private Path portFile;

    @Option(
            names = "--context-path",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "Path below which everything lies. Default: ${DEFAULT-VALUE}.")
    private String contextPath;

    @Option(
            names = {SHORT_THREADS, THREADS},
            paramLabel = "COUNT",
            description =
                    "Requests that are served at a time, each on a platform thread. Default:"
                            + " virtual threads where they are the default, else "
                            + DEFAULT_THREADS
                            + ".")
    private Integer threads;

    @Option(
            names = "--virtual-threads",
            negatable = true,
            description =
                    "Serve each request on a virtual thread; needs Java 21. Default: from Java 24"
                            + " on, unless "
                            + THREADS
                            + " is given.")
    private Boolean virtualThreads;

    @Option(
            names = "--batch-scheduling",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Let threads that wake wait for those that compute (SCHED_BATCH, by chrt):"
                            + " more requests per second, but more delay on a machine that is"
                            + " busy with something else. Default: ${DEFAULT-VALUE}, on Linux.")
    private boolean batchScheduling;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "File for one line per request, in the combined format; - for stdout.")
    private String accessLog;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "CIDR",
            converter = Converters.ToCidr.class,
            description =
                    "Address or block of addresses, such as 10.0.0.0/8, of a reverse proxy whose"
                            + " Forwarded or X-Forwarded-* headers count; it must set or remove"
                            + " all of them. May be repeated. Default: none, and these headers"
                            + " are removed.")
    private List<Cidr> trustedProxies = new ArrayList<>();

    @Option(
            names = "--graceful-timeout",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "Time for requests in flight to finish at the stop. Default: ${DEFAULT-VALUE}.")
    private int gracefulTimeout;

    /**
     * Takes the short name of {@code --server-threads} away from a command whose application has
     * threads of its own, which are the ones that its user means.
     */
    static void leaveThreadsToTheApplication(CommandSpec command) {
        OptionSpec threads = command.findOption(THREADS);
        command.remove(threads);
        command.addOption(threads.toBuilder().names(THREADS).build());
    }

    /** Where to write the port. */
    Optional<Path> portFile() {
        return Optional.ofNullable(portFile);
    }

    /** Whether to ask for {@link BatchScheduling}. */
    boolean batchScheduling() {
        return batchScheduling;
    }

    /**
     * The settings of the server.
     *
     * @throws ParameterException if an option is out of range or does not go with another
     * @throws LaunchException if the access log cannot be opened
     */
    ServerSettings settings() throws LaunchException {
        require(port >= 0 && port <= 65_535, "--port must be 0..65535, was " + port);
        require(threads == null || threads > 0, THREADS + " must be 1 or more, was " + threads);
        require(
                gracefulTimeout >= 0,
                "--graceful-timeout must be 0 or more, was " + gracefulTimeout);
        return new ServerSettings(
                host,
                port,
                context(),
                platformThreads(),
                accessLog == null ? Optional.empty() : Optional.of(AccessLog.open(accessLog)),
                trustedProxies,
                Duration.ofSeconds(gracefulTimeout));
    }

    private String context() {
        if (contextPath.equals("/")) {
            return "";
        }
        require(
                contextPath.matches("(/[\\w.~-]+)+"),
                "--context-path must look like /name, was \"" + contextPath + "\"");
        return contextPath;
    }

    private OptionalInt platformThreads() {
        boolean virtual =
                virtualThreads == null
                        ? threads == null && VirtualThreads.areDefault()
                        : virtualThreads;
        if (virtual) {
            require(threads == null, THREADS + " does not go with --virtual-threads");
            require(
                    VirtualThreads.exist(),
                    "--virtual-threads needs Java 21 or newer, this is Java "
                            + Runtime.version().feature());
            return OptionalInt.empty();
        }
        return OptionalInt.of(threads == null ? DEFAULT_THREADS : threads);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
