package dev.gatehouse.it.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One run of {@code java -jar gatehouse.war}, on the JDK that runs the tests; its streams go to
 * files, its temporary files to a folder of their own. It is started in the folder with all these.
 */
final class Launcher implements AutoCloseable {

    private static final long START_S = 120;

    /** The WAR, as it is delivered. */
    static final Path WAR = Path.of(System.getProperty("gatehouse.war"));

    private final Path folder;
    private final Process process;

    private Launcher(Path folder, List<String> jvmOptions, List<String> args) throws IOException {
        this.folder = folder;
        Files.createDirectories(temporaryFiles());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporaryFiles());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", WAR.toString()));
        command.addAll(args);
        this.process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
    }

    /** Runs a command line to its end. */
    static Launcher run(Path folder, String... args) throws Exception {
        Launcher launcher = new Launcher(folder, List.of(), List.of(args));
        launcher.exitCode();
        return launcher;
    }

    /** Starts a server on a free port and waits until it is ready. */
    static Launcher start(Path folder, String... args) throws Exception {
        return start(folder, List.of(), args);
    }

    /** As above, with options for the JVM. */
    static Launcher start(Path folder, List<String> jvmOptions, String... args) throws Exception {
        Path portFile = folder.resolve("port");
        Launcher launcher =
                new Launcher(
                        folder,
                        jvmOptions,
                        Stream.concat(
                                        Stream.of(args),
                                        Stream.of("--port", "0", "--port-file", "" + portFile))
                                .toList());
        Await.until(
                "the launcher is ready or gone",
                START_S,
                () -> launcher.out().contains(" ready on ") || !launcher.process.isAlive());
        if (!launcher.process.isAlive()) {
            throw new AssertionError("the launcher did not start: " + launcher.err());
        }
        return launcher;
    }

    /** Starts a server with an application of the package beside this one. */
    static Launcher app(Path folder, String application, String... args) throws Exception {
        return app(folder, List.of(), application, args);
    }

    /** As above, with options for the JVM. */
    static Launcher app(Path folder, List<String> jvmOptions, String application, String... args)
            throws Exception {
        return start(
                folder,
                jvmOptions,
                Stream.concat(
                                Stream.of("app", "dev.gatehouse.it.launcher.app." + application),
                                Stream.concat(
                                        Stream.of("--classpath", testClasses().toString()),
                                        Stream.of(args)))
                        .toArray(String[]::new));
    }

    /** Where the classes of these tests are. */
    static Path testClasses() throws Exception {
        return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** What the port file says. */
    int port() throws IOException {
        return Integer.parseInt(Files.readString(portFile()).strip());
    }

    /** A connection to the server. */
    RawClient connect() throws IOException {
        return RawClient.connect(port());
    }

    /** A request to the server, on a connection of its own. */
    String get(String target, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: a.example\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (RawClient client = connect()) {
            return client.exchange(request + "\r\n").text();
        }
    }

    /** Asks the process to stop, and does not wait for it. */
    Launcher terminate() {
        process.destroy();
        return this;
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    /** Waits for the end of the process. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end");
        }
        return process.exitValue();
    }

    /** Whether the process runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    Path portFile() {
        return folder.resolve("port");
    }

    /** Where {@code java.io.tmpdir} points to. */
    Path temporaryFiles() {
        return folder.resolve("tmp");
    }

    /** What came on stdout so far. */
    String out() throws IOException {
        return Files.readString(folder.resolve("out"), UTF_8);
    }

    /** What came on stderr so far. */
    String err() throws IOException {
        return Files.readString(folder.resolve("err"), UTF_8);
    }

    /** Ends the process, however it takes it. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(START_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end", e);
        }
    }
}
