package dev.gatehouse.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
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
        Path draft = absolute.resolveSibling("." + absolute.getFileName() + ".new");
        try {
            Files.writeString(draft, port + "\n");
            Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LaunchException("cannot write the port file: " + e, e);
        }
        return new PortFile(absolute);
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
