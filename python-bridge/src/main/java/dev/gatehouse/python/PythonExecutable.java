package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs. */
final class PythonExecutable {

    private PythonExecutable() {}

    /**
     * The Python of a virtualenv, or the one that is named.
     *
     * @throws DeploymentException if there is none
     */
    static Path find(Optional<Path> home, String named, String searchPath) {
        if (home.isPresent()) {
            Path python = home.get().resolve("bin/python");
            if (!Files.isExecutable(python)) {
                throw new DeploymentException(
                        "pythonHome must be a virtualenv, but there is no %s; make one with python3"
                                        .formatted(python)
                                + " -m venv, on this host");
            }
            return python;
        }
        return find(named, searchPath)
                .orElseThrow(
                        () ->
                                new DeploymentException(
                                        "python \"%s\" is not there; install Python 3, or set python"
                                                        .formatted(named)
                                                + " or pythonHome"));
    }

    /** An executable file, by its path or, without a slash, on the search path. */
    static Optional<Path> find(String program, String searchPath) {
        try {
            if (program.indexOf('/') >= 0) {
                return Optional.of(Path.of(program).toAbsolutePath()).filter(Files::isExecutable);
            }
            return Stream.of(searchPath.split(":"))
                    .filter(folder -> folder.startsWith("/"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
