package dev.gatehouse.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What tests run in a JVM, or in a class loader, of its own. Needs the JDK only: the mechanism is
 * named {@code POSIX_SPAWN} or {@code PROCESS_BUILDER}.
 */
public final class ProgramMain {

    private static final Path SHELL = Path.of("/bin/sh");

    private ProgramMain() {}

    /**
     * Starts a program that runs for long, prints its pid and that of its child, and exits when
     * stdin ends; the launcher stays open.
     */
    public static void main(String[] arguments) throws IOException {
        Launcher launcher = launcher(arguments[0]);
        RunningProgram program =
                launcher.launch(Command.of(SHELL, "-c", arguments[1]).withoutInput());
        for (int c = program.stdout().read(); c != '.'; c = program.stdout().read()) {
            System.out.write(c);
        }
        System.out.println("launched by " + launcher.mechanism());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Somebody wants this JVM to run.
        }
    }

    /** Runs a program to its end with a launcher that is closed afterwards. */
    public static void runOneProgram(String mechanism) throws Exception {
        try (Launcher launcher = launcher(mechanism);
                RunningProgram program =
                        launcher.launch(Command.of(SHELL, "-c", "sleep 0.2; echo x >&2; exit 3"))) {
            program.drainErrors((bytes, dropped) -> {}, Runnable::run);
            program.stdout().readAllBytes();
            Optional<ExitStatus> status = program.waitFor(Duration.ofSeconds(10));
            // Not by equals: that of a record keeps the class loader alive, on Java 17 and on 25.
            if (!status.toString().equals("Optional[exit status 3]")) {
                throw new IllegalStateException("unexpected " + status);
            }
        }
    }

    private static Launcher launcher(String mechanism) {
        return mechanism.equals("PROCESS_BUILDER") ? Launcher.processBuilder() : Launcher.best();
    }
}
