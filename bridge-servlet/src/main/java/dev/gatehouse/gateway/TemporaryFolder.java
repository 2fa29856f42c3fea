package dev.gatehouse.gateway;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;

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
public record TemporaryFolder(Path path) implements AutoCloseable {

    /**
     * Makes one.
     *
     * @param prefix how its name begins
     * @throws DeploymentException if that is not possible
     */
    public static TemporaryFolder in(Path parent, String prefix) {
        try {
            // Only the owner has any permission on it.
            return new TemporaryFolder(Files.createTempDirectory(parent, prefix).toAbsolutePath());
        } catch (IOException e) {
            throw new DeploymentException("cannot make a temporary folder in " + parent, e);
        }
    }

    /**
     * Where temporary files of the host lie and every user can reach them: the JVM's own place, if
     * its parents are open to all, and /tmp.
     */
    public static List<Path> commonParents() {
        return Stream.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp"))
                .filter(TemporaryFolder::isOpenToAll)
                .toList();
    }

    /**
     * A folder in it, made if it is not there.
     *
     * @throws DeploymentException if it cannot be made
     */
    public Path resolve(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new DeploymentException("cannot make a folder in " + path, e);
        }
    }

    /**
     * Deletes it with all that is in it.
     *
     * @throws UncheckedIOException if something cannot be deleted
     */
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

    private static boolean isOpenToAll(Path folder) {
        try {
            for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
                if (!Files.getPosixFilePermissions(each).contains(OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
