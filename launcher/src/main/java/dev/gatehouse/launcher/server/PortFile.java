package dev.gatehouse.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that holds the port number while the server is ready; it appears complete or not at all.
 *
 * @param file where it lies
 */
public record PortFile(Path file) implements AutoCloseable {

    /**
     * Writes the port, in decimal digits and a line feed.
     *
     * @throws LaunchException if the file cannot be written
     */
    public static PortFile write(Path file, int port) throws LaunchException {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw failure(file, "it is a directory", null);
        }
        Path draft = absolute.resolveSibling("." + absolute.getFileName() + ".new");
        try {
            write(draft, absolute, port);
        } catch (NoSuchFileException e) {
            throw failure(file, "there is no directory " + absolute.getParent(), e);
        } catch (IOException e) {
            throw failure(file, e.toString(), e);
        }
        return new PortFile(absolute);
    }

    private static void write(Path draft, Path file, int port) throws IOException {
        try {
            Files.writeString(draft, port + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private static LaunchException failure(Path file, String reason, IOException cause) {
        return new LaunchException(
                "cannot write the port file %s: %s; try another --port-file"
                        .formatted(file, reason),
                cause);
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger("dev.gatehouse.launcher")
                    .log(System.Logger.Level.WARNING, "cannot delete " + file, e);
        }
    }
}
