package dev.gatehouse.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of these tests in a JVM of its own. */
final class OwnJvm implements AutoCloseable {

    private final Process jvm;
    private final BufferedReader output;

    /**
     * Starts it.
     *
     * @param prelude shell commands before the exec, for example to open descriptors
     * @param options of the JVM
     * @param main takes the mechanism and the script as its arguments
     * @param script what the program of the JVM runs; it ends its output with a dot
     */
    OwnJvm(String prelude, List<String> options, Class<?> main, Mechanism mechanism, String script)
            throws IOException {
        List<String> words =
                new ArrayList<>(List.of("/bin/sh", "-c", prelude + "exec \"$@\"", "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(main.getName(), mechanism.name(), script));
        jvm = new ProcessBuilder(words).redirectErrorStream(true).start();
        output = jvm.inputReader(StandardCharsets.UTF_8);
    }

    /** Everything it says up to the line that names the launcher. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("launched by")) {
                return lines;
            }
        }
        throw new IOException("the JVM ended early: " + lines);
    }

    /** Lets the JVM return from main. */
    void endInput() throws IOException {
        jvm.getOutputStream().close();
    }

    /** Sends SIGTERM to the JVM. */
    void terminate() {
        jvm.toHandle().destroy();
    }

    @Override
    public void close() {
        jvm.destroyForcibly();
    }
}
