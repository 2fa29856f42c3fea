package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that run over every launcher of this JVM, with a fresh one for each test. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.gatehouse.process.Mechanism#ofThisJvm")
@Timeout(60)
abstract class LauncherSuite {

    static final Duration LONG = Duration.ofSeconds(20);

    @Parameter Mechanism mechanism;

    @TempDir Path folder;

    Launcher launcher;
    ExecutorService executor;

    @BeforeEach
    void open() {
        launcher = mechanism.open();
        executor = Executors.newCachedThreadPool();
    }

    @AfterEach
    void close() {
        launcher.close();
        executor.shutdownNow();
    }

    /** A shell that runs a script in the folder of the test. */
    Command shell(String script, String... arguments) {
        String[] words = new String[arguments.length + 3];
        words[0] = "-c";
        words[1] = script;
        words[2] = "sh";
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return Command.of(Path.of("/bin/sh"), words)
                .in(folder)
                .withEnvironment(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    /** Runs a shell without input and returns what it writes to stdout. */
    String outputOf(Command command) throws IOException {
        try (RunningProgram program = launcher.launch(command.withoutInput().discardingErrors())) {
            program.stdout().timeout(LONG);
            return text(program.stdout());
        }
    }

    Path file(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** Everything up to the end, each byte a char. */
    static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The next line, without its end. */
    static String line(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = stream.read(); c >= 0 && c != '\n'; c = stream.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
