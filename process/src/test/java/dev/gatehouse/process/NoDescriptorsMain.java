package dev.gatehouse.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that has used up its descriptors while a program runs. */
final class NoDescriptorsMain {

    private NoDescriptorsMain() {}

    /** Prints why a second program cannot start, and how the first one ends nevertheless. */
    public static void main(String[] arguments) throws Exception {
        try (Launcher launcher = Mechanism.valueOf(arguments[0]).open();
                RunningProgram program =
                        launcher.launch(Command.of(Path.of("/bin/sh"), "-c", arguments[1]))) {
            // Loads the classes that are needed then: that takes descriptors, too.
            launchFailure(launcher, "/no/such/program");
            List<InputStream> files = openUntilRefused();
            CompletableFuture<ExitStatus> exit = program.onExit();
            String second = launchFailure(launcher, "/bin/true");
            program.stdin().close();
            ExitStatus status = exit.get(10, TimeUnit.SECONDS);
            for (InputStream file : files) {
                file.close();
            }
            System.out.println(second);
            System.out.println(status);
            System.out.println("launched by " + launcher.mechanism());
        }
    }

    private static List<InputStream> openUntilRefused() {
        List<InputStream> files = new ArrayList<>();
        try {
            while (true) {
                files.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            return files;
        }
    }

    private static String launchFailure(Launcher launcher, String path) {
        try (RunningProgram program = launcher.launch(Command.of(Path.of(path)))) {
            return "launched " + program.pid();
        } catch (LaunchException e) {
            return e.failure().name();
        }
    }
}
