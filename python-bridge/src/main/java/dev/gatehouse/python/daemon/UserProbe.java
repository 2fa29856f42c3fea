package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out as whom a command prefix runs Python, by running it: a prefix can change the user in
 * many ways, and only the kernel knows for sure.
 */
final class UserProbe {

    /** Says its name and home, then waits to be looked at. */
    private static final String PROGRAM =
            """
            import os, pwd, sys
            try:
                entry = pwd.getpwuid(os.getuid())
                said = (entry.pw_name, entry.pw_dir)
            except KeyError:
                said = ("", "/")
            sys.stdout.buffer.write(os.fsencode("%s\\n%s\\n" % said))
            sys.stdout.flush()
            sys.stdin.buffer.read()
            """;

    private final Launcher launcher;
    private final Duration patience;

    /**
     * A probe.
     *
     * @param patience how long a start may take; zero means for ever
     */
    UserProbe(Launcher launcher, Duration patience) {
        this.launcher = launcher;
        this.patience = patience;
    }

    /**
     * The user of the workers, if that is another one than ours.
     *
     * @throws DeploymentException if the prefix does not run Python at all
     */
    Optional<WorkerUser> find(WorkerOptions workers) throws IOException {
        // Where there is no /proc, as on macOS, the workers have to be the same user.
        if (!workers.hasPrefix() || Files.notExists(Path.of("/proc/self"))) {
            return Optional.empty();
        }
        Command command = workers.run(Map.of(), "-I", "-S", "-c", PROGRAM);
        try (RunningProgram program = launcher.launch(command)) {
            if (!patience.isZero()) {
                program.stdout().timeout(patience);
            }
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(program.stdout(), ISO_8859_1));
            String name = said.readLine();
            String home = said.readLine();
            if (home == null) {
                throw new DeploymentException(
                        "commandPrefix does not run Python: "
                                + new String(program.stderr().readAllBytes(), ISO_8859_1).strip());
            }
            PosixFileAttributes theirs = owner(innermost(program.pid()));
            return theirs.owner().equals(owner(ProcessHandle.current().pid()).owner())
                    ? Optional.empty()
                    : Optional.of(new WorkerUser(theirs.owner(), theirs.group(), name, home));
        }
    }

    /** Python itself: a prefix such as sudo stays beside what it runs. */
    private static long innermost(long pid) {
        Optional<ProcessHandle> child =
                ProcessHandle.of(pid).flatMap(handle -> handle.children().findFirst());
        return child.isPresent() ? innermost(child.get().pid()) : pid;
    }

    private static PosixFileAttributes owner(long pid) throws IOException {
        return Files.readAttributes(
                Path.of("/proc/" + pid), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
