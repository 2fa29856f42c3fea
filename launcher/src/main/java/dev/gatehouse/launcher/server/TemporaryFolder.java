package dev.gatehouse.launcher.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that only this user can read, and that is gone when it is closed.
 *
 * @param path where it lies
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /**
     * Creates a folder below {@code java.io.tmpdir}; its mode is 0700 where there are modes.
     *
     * @throws LaunchException if that is impossible
     */
    public static TemporaryFolder create() throws LaunchException {
        try {
            return new TemporaryFolder(Files.createTempDirectory("gatehouse-"));
        } catch (IOException e) {
            throw new LaunchException(
                    "cannot create a folder in java.io.tmpdir, %s: %s"
                            .formatted(System.getProperty("java.io.tmpdir"), e),
                    e);
        }
    }

    /** Deletes the folder and all that is in it. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deleter());
        } catch (IOException e) {
            System.getLogger("dev.gatehouse.launcher")
                    .log(System.Logger.Level.WARNING, "cannot delete " + path, e);
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Somebody else deleted it first.
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
