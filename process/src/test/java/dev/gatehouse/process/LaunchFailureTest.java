package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaunchFailureTest extends LauncherSuite {

    private static final String SCRIPT = "#!/bin/sh\necho ran\n";

    @Test
    void aProgramThatDoesNotExist() {
        assertFails(Command.of(folder.resolve("none")), LaunchFailure.NOT_FOUND, 2);
        assertFails(Command.of(folder.resolve("none")).inOwnSession(), LaunchFailure.NOT_FOUND, 2);
    }

    @Test
    void anInterpreterThatDoesNotExist() throws IOException {
        Path script = file("script", "#!/no/such/interpreter\n", "rwx------");

        assertFails(Command.of(script), LaunchFailure.NOT_FOUND, 2);
    }

    @Test
    void aWorkingDirectoryThatDoesNotExist() {
        assertFails(shell(":").in(folder.resolve("none")), LaunchFailure.NOT_FOUND, 2);
    }

    @Test
    void aFileThatIsNotExecutable() throws IOException {
        Path script = file("script", SCRIPT, "rw-------");

        assertFails(Command.of(script), LaunchFailure.NOT_PERMITTED, 13);
        assertFails(Command.of(folder), LaunchFailure.NOT_PERMITTED, 13);
    }

    @Test
    void aFileThatIsNeitherScriptNorBinary() throws IOException {
        Path text = file("text", "echo this is for a shell to guess\n", "rwx------");

        assertFails(Command.of(text), LaunchFailure.NOT_EXECUTABLE, 8);
    }

    @Test
    void aPathThroughAFile() throws IOException {
        Path script = file("script", SCRIPT, "rwx------");

        assertFails(Command.of(script.resolve("more")), LaunchFailure.NOT_A_DIRECTORY, 20);
    }

    @Test
    void aVariableOfMoreThanTheSystemTakes() {
        Command command = shell(":").withEnvironment(Map.of("LONG", "x".repeat(131_072)));

        assertFails(command, LaunchFailure.TOO_LONG, 7);
    }

    @Test
    void aLongEnvironmentThatTheSystemTakes() throws IOException {
        Command command =
                shell("echo ${#A} ${#B}")
                        .withEnvironment(
                                Map.of("A", "x".repeat(100_000), "B", "y".repeat(100_000)));

        assertThat(outputOf(command)).isEqualTo("100000 100000\n");
    }

    @Test
    void aFileThatStaysOpenForWriting() throws IOException {
        Path script = file("script", SCRIPT, "rwx------");
        try (OutputStream open = Files.newOutputStream(script, StandardOpenOption.APPEND)) {
            assertFails(Command.of(script), LaunchFailure.BUSY, 26);
            open.flush();
        }
    }

    @Test
    void aFileThatIsOpenForWritingForAMoment() throws Exception {
        Path script = file("script", SCRIPT, "rwx------");
        OutputStream open = Files.newOutputStream(script, StandardOpenOption.APPEND);
        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(
                        () -> close(open),
                        CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, executor));

        assertThat(outputOf(Command.of(script))).isEqualTo("ran\n");

        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aFailureLeavesNoDescriptor() {
        assertFails(Command.of(folder.resolve("none")), LaunchFailure.NOT_FOUND, 2);
        int before = ProcFs.descriptorsOfThisJvm().size();

        for (int i = 0; i < 20; i++) {
            assertFails(Command.of(folder.resolve("none")), LaunchFailure.NOT_FOUND, 2);
        }

        assertThat(ProcFs.descriptorsOfThisJvm()).hasSizeLessThanOrEqualTo(before);
    }

    private void assertFails(Command command, LaunchFailure failure, int errno) {
        assertThatThrownBy(() -> launcher.launch(command))
                .isInstanceOfSatisfying(
                        LaunchException.class,
                        e -> {
                            assertThat(e.failure()).isEqualTo(failure);
                            assertThat(e.errno()).isEqualTo(errno);
                        })
                .hasMessageStartingWith("cannot start " + command);
    }

    private static void close(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
