package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder with the Python half, the socket and what workers share with us; gone when it is closed.
 *
 * <p>Nobody else can enter it (0700). Where the workers are another user, everybody can pass
 * through it (0711) and read the Python half, but what it has else belongs to the workers alone.
 *
 * @param path the folder
 * @param socket the socket in it, of a name that cannot be guessed
 * @param user who the workers are, if another user
 */
record PrivateFolder(Path path, Path socket, Optional<WorkerUser> user) implements AutoCloseable {

    /** What the Python half consists of: a jar cannot be asked for a listing. */
    static final List<String> PYTHON_HALF =
            List.of(
                    "__init__.py",
                    "__main__.py",
                    "board.py",
                    "body.py",
                    "calls.py",
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
                    "heads.py",
                    "idle.py",
                    "interrupts.py",
                    "limits.py",
                    "loading.py",
                    "logs.py",
                    "modules.py",
                    "report.py",
                    "request_body.py",
                    "response.py",
                    "stacks.py",
                    "transport.py",
                    "wheels.py");

    /** The address of a unix socket has 108 bytes at most, on some systems 104. */
    private static final int LONGEST_SOCKET_PATH = 100;

    static PrivateFolder create(Optional<WorkerUser> user) throws IOException {
        List<Path> parents =
                user.isPresent()
                        ? TemporaryFolder.commonParents()
                        : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp"));
        for (Path parent : parents) {
            PrivateFolder folder = in(parent, user);
            if (folder.socket().toString().length() < LONGEST_SOCKET_PATH) {
                folder.writePythonHalf();
                return folder;
            }
            folder.close();
        }
        throw new IOException("no temporary folder has a path short enough for a unix socket");
    }

    /** Lets the workers read a folder that was made for them, and nobody else. */
    void letIn(Path folder) throws IOException {
        if (user.isPresent()) {
            Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                    .setGroup(user.get().group());
            allow(folder, "rwxr-x---");
        }
    }

    /** A new file that belongs to the workers, open for us. */
    SharedFile share(String name) throws IOException {
        Path file = path.resolve(name);
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        SharedFile shared = new SharedFile(file, channel);
        try {
            giveAway(file);
            return shared;
        } catch (IOException e) {
            shared.close();
            throw e;
        }
    }

    /** Makes a file in the folder the workers' own, and nobody else's. */
    void giveAway(Path file) throws IOException {
        allow(file, "rw-------");
        if (user.isPresent()) {
            UserPrincipal owner = user.get().user();
            try {
                Files.setOwner(file, owner);
            } catch (FileSystemException e) {
                throw new IOException(
                        "commandPrefix makes the workers the user %s, and this JVM cannot give files"
                                        .formatted(owner.getName())
                                + " to others; run it as root",
                        e);
            }
        }
    }

    /** A module of the Python half, as a file that Python can run. */
    Path module(String name) {
        return path.resolve("python/gatehouse/" + name + ".py");
    }

    @Override
    public void close() {
        try {
            new TemporaryFolder(path).close();
        } catch (UncheckedIOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot delete " + path, e);
        }
    }

    private static PrivateFolder in(Path parent, Optional<WorkerUser> user) throws IOException {
        Path path = TemporaryFolder.in(parent, "gatehouse-").path();
        allow(path, user.isPresent() ? "rwx--x--x" : "rwx------");
        String name = "socket-" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        return new PrivateFolder(path, path.resolve(name), user);
    }

    private void writePythonHalf() throws IOException {
        // Python lists the folders that it imports from.
        Path python = Files.createDirectory(path.resolve("python"));
        allow(python, "rwxr-xr-x");
        Path target = Files.createDirectory(python.resolve("gatehouse"));
        allow(target, "rwxr-xr-x");
        for (String file : PYTHON_HALF) {
            String resource = "/dev/gatehouse/python/half/gatehouse/" + file;
            try (InputStream in = PrivateFolder.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException(resource + " is missing in the jar");
                }
                Files.copy(in, target.resolve(file));
            }
            allow(target.resolve(file), "rw-r--r--");
        }
    }

    /** Whatever the umask of this JVM is. */
    private static void allow(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
