package dev.gatehouse.it.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this machine. */
public final class Programs {

    private Programs() {}

    /** A program by its name, as a shell finds it. */
    public static Optional<Path> named(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A program at one of these places. */
    public static Optional<Path> at(String... places) {
        return Arrays.stream(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
