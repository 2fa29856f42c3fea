package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.process.NativeStrings;
import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * The wheels that an application brings along. Those that fit are unpacked by the Python that is to
 * import them.
 *
 * @param workers who needs them
 * @param launcher runs Python
 */
record Wheels(WorkerOptions workers, Launcher launcher) {

    /**
     * Unpacks them.
     *
     * @return the folder for sys.path; empty if there are none
     * @throws DeploymentException if one is missing that fits
     */
    Optional<Path> unpackInto(PrivateFolder folder) throws IOException {
        if (workers.wheels().isEmpty()) {
            return Optional.empty();
        }
        Path source = workers.wheels().get();
        Path target = Files.createDirectory(folder.path().resolve("wheels"));
        try (RunningProgram program =
                launcher.launch(
                        workers.runAsOurselves(
                                "-I",
                                NativeStrings.of(folder.module("wheels")),
                                NativeStrings.of(source),
                                NativeStrings.of(target)))) {
            String said = new String(program.stderr().readAllBytes(), UTF_8).strip();
            if (!program.onExit().get().success()) {
                throw new DeploymentException(said.substring(said.lastIndexOf('\n') + 1));
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot unpack " + source, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + source + " was unpacked", e);
        }
        folder.letIn(target);
        return Optional.of(target);
    }
}
