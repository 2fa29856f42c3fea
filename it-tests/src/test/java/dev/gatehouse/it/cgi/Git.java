package dev.gatehouse.it.cgi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real git client, untouched by the configuration of the machine.
 *
 * @param traces the file to which it adds the headers of its requests and responses
 */
record Git(Path traces) {

    private static final List<String> COMMAND =
            List.of(
                    "git",
                    "-c",
                    "user.name=T",
                    "-c",
                    "user.email=t@example.org",
                    "-c",
                    "gc.auto=0",
                    "-c",
                    "core.compression=0");

    /** Goes on with the test if there is a git. */
    static void required() {
        Requires.present(Programs.named("git"), "git (apt-get install git)");
    }

    /** Runs a command, which must succeed, and gives what it says. */
    String run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("GIT_TRACE_CURL", traces.toString());
        builder.environment().put("GIT_TRACE_CURL_NO_DATA", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("git %s: %s", command, output).isZero();
        return output.strip();
    }

    /** Commits everything in a work tree. */
    void commit(Path work, String message) throws IOException, InterruptedException {
        run(work, "add", "-A");
        run(work, "commit", "-q", "-m", message);
    }

    /** The headers since the last call. */
    String trace() throws IOException {
        String trace = Files.readString(traces);
        Files.delete(traces);
        return trace;
    }
}
