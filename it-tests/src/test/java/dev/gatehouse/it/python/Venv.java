package dev.gatehouse.it.python;

import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The virtualenv in which the applications run. It is made when it is first asked for, with the
 * packages that {@code requirements.txt} lists, and kept in the build folder until that changes.
 */
final class Venv {

    private static final Path REQUIREMENTS = Deployment.APPLICATIONS.resolve("requirements.txt");
    private static final Path FOLDER = Path.of("target", "python").toAbsolutePath();
    private static final Path INSTALLED = FOLDER.resolve("requirements.txt");

    private static String complaint = "";
    private static Optional<Path> made;

    private Venv() {}

    /** Its folder; without it the test is skipped. */
    static synchronized Path present() {
        if (made == null) {
            made = make();
        }
        return Requires.present(
                made,
                "a virtualenv with "
                        + REQUIREMENTS
                        + ", for which Debian's package python3-venv and a package index are"
                        + " needed; "
                        + complaint);
    }

    /** Its Python. */
    static Path python() {
        return present().resolve("bin/python");
    }

    private static Optional<Path> make() {
        try {
            if (isCurrent()) {
                return Optional.of(FOLDER);
            }
            // The system's own, where a user of several has put another one first.
            Path system = Path.of("/usr/bin/python3");
            Object python = Files.isExecutable(system) ? system : "python3";
            Program.of(python, "-m", "venv", "--clear", FOLDER).run();
            Program.of(FOLDER.resolve("bin/python"), "-m", "pip", "--disable-pip-version-check")
                    .run("install", "--quiet", "-r", REQUIREMENTS);
            Files.copy(REQUIREMENTS, INSTALLED);
            return Optional.of(FOLDER);
        } catch (IOException | AssertionError e) {
            complaint = e.getMessage();
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isCurrent() {
        try {
            return Files.exists(INSTALLED) && Files.mismatch(REQUIREMENTS, INSTALLED) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
