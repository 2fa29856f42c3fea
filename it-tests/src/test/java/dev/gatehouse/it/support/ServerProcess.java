package dev.gatehouse.it.support;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which listens on a port of 127.0.0.1. */
public final class ServerProcess implements AutoCloseable {

    private static final long START_S = 120;
    private static final long STOP_S = 60;

    private final Process process;
    private final Path output;
    private final int port;

    private ServerProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param command the program with its arguments
     * @param folder its working folder, where its output is kept in {@code output.txt}
     * @param port where it will listen
     */
    public static ServerProcess start(List<String> command, Path folder, int port)
            throws IOException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        return new ServerProcess(builder.start(), output, port);
    }

    /** Waits until a path is answered with a status, as after a start or a deployment. */
    public void awaitStatus(String path, int status) throws Exception {
        try {
            Await.until(
                    path + " -> " + status,
                    START_S,
                    () -> !process.isAlive() || status(path) == status);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; the server said:\n" + output(), late);
        }
        if (!process.isAlive()) {
            throw new AssertionError("the server died; it said:\n" + output());
        }
    }

    /** Opens a connection. */
    public RawClient connect() throws IOException {
        return RawClient.connect(port);
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** What the server has printed so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Tells the server to end, and does not wait for it. */
    public void askToEnd() {
        process.destroy();
    }

    /** Waits until the server takes no more connections. */
    public void awaitRefusal() throws Exception {
        Await.until(
                "new connections are refused",
                () -> {
                    try {
                        connect().close();
                        return false;
                    } catch (ConnectException refused) {
                        return true;
                    }
                });
    }

    /** Ends the server as an operator would, and returns its exit status. */
    public int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not end within " + STOP_S + " s of SIGTERM");
        }
        return process.exitValue();
    }

    /** Makes sure that the process is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private int status(String path) throws IOException {
        try (RawClient client = connect()) {
            return client.exchange(RawRequest.get(path)).status();
        } catch (SocketException | EOFException notYet) {
            return 0;
        }
    }
}
