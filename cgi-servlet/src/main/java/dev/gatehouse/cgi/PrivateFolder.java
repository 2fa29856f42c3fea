package dev.gatehouse.cgi;

import dev.gatehouse.gateway.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the files of one application that only its owner may enter, and that is deleted when
 * it is closed.
 *
 * @param path where it is
 */
record PrivateFolder(Path path) implements AutoCloseable {

    /** Makes one. */
    static PrivateFolder in(Path parent) {
        try {
            // Only the owner has any permission on it.
            return new PrivateFolder(Files.createTempDirectory(parent, "gatehouse-cgi-"));
        } catch (IOException e) {
            throw new DeploymentException("cannot make a temporary folder in " + parent, e);
        }
    }

    /** A folder in it, made if it is not there. */
    Path resolve(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new DeploymentException("cannot make a folder in " + path, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
