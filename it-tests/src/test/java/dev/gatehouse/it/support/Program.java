package dev.gatehouse.it.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the host that is run to its end, such as a client of a server. */
public final class Program {

    private static final long DEADLINE_S = 600;

    private final List<String> command;
    private final ProcessBuilder builder;

    private Program(List<String> command) {
        this.command = command;
        this.builder = new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Where a program is installed. */
    public static Optional<Path> installed(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A program with its first arguments. */
    public static Program of(Object... command) {
        return new Program(Arrays.stream(command).map(Object::toString).toList());
    }

    /** The same program with an environment variable. */
    public Program with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    /** The same program in another working folder. */
    public Program in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    /**
     * Runs it with more arguments.
     *
     * @return what it printed, on both streams
     * @throws AssertionError if it fails
     */
    public String run(Object... arguments) throws IOException, InterruptedException {
        Ended ended = end("", arguments);
        if (ended.status() != 0) {
            throw new AssertionError(
                    builder.command() + " ended with " + ended.status() + ":\n" + ended.output());
        }
        return ended.output();
    }

    /**
     * Runs it, however it ends.
     *
     * @param input what it finds on stdin
     */
    public Ended end(String input, Object... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        Path output = Files.createTempFile("program", ".txt");
        try {
            Process process = builder.command(all).redirectOutput(output.toFile()).start();
            try (var stdin = process.outputWriter(UTF_8)) {
                stdin.write(input);
            }
            if (!process.waitFor(DEADLINE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(all + " did not end:\n" + read(output));
            }
            return new Ended(process.exitValue(), read(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Programs print what they like; what is no UTF-8 becomes a replacement character. */
    private static String read(Path output) throws IOException {
        return new String(Files.readAllBytes(output), UTF_8);
    }

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param output what it printed, on both streams
     */
    public record Ended(int status, String output) {}
}
