package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that nobody else can enter (0700), with the Python half, the socket and what workers
 * share with us; gone when it is closed.
 *
 * @param path the folder
 */
record PrivateFolder(Path path) implements AutoCloseable {

    /** What the Python half consists of: a jar cannot be asked for a listing. */
    static final List<String> PYTHON_HALF =
            List.of(
                    "__init__.py",
                    "__main__.py",
                    "board.py",
                    "body.py",
                    "connection.py",
                    "control.py",
                    "crashes.py",
                    "daemon.py",
                    "error_stream.py",
                    "faults.py",
                    "files.py",
                    "frames.py",
                    "gateway.py",
                    "headers.py",
                    "interrupts.py",
                    "limits.py",
                    "loading.py",
                    "logs.py",
                    "modules.py",
                    "report.py",
                    "request_body.py",
                    "response.py",
                    "stacks.py",
                    "transport.py");

    /** The address of a unix socket has 108 bytes at most, on some systems 104. */
    private static final int LONGEST_SOCKET_PATH = 100;

    static PrivateFolder create() throws IOException {
        for (Path parent :
                List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp"))) {
            PrivateFolder folder = in(parent);
            if (folder.socket().toString().length() < LONGEST_SOCKET_PATH) {
                folder.writePythonHalf();
                return folder;
            }
            folder.close();
        }
        throw new IOException("no temporary folder has a path short enough for a unix socket");
    }

    Path socket() {
        return path.resolve("socket");
    }

    /** What Python is to run. */
    Path main() {
        return path.resolve("gatehouse/__main__.py");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.deleteIfExists(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot delete " + path, e);
        }
    }

    private static PrivateFolder in(Path parent) throws IOException {
        return new PrivateFolder(
                Files.createTempDirectory(
                                parent,
                                "gatehouse-",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")))
                        .toAbsolutePath());
    }

    private void writePythonHalf() throws IOException {
        Path target = Files.createDirectory(path.resolve("gatehouse"));
        for (String file : PYTHON_HALF) {
            String resource = "/dev/gatehouse/python/half/gatehouse/" + file;
            try (InputStream in = PrivateFolder.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException(resource + " is missing in the jar");
                }
                Files.copy(in, target.resolve(file));
            }
        }
    }
}
