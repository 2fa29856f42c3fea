package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How far the threads of one worker have come, in a file that the worker has mapped into memory:
 * readable after its death. Thread-safe.
 */
final class Scoreboard implements AutoCloseable {

    private static final int SLOT = 16;
    private static final int CALLED = 8;

    private final Path path;
    private final FileChannel file;

    private Scoreboard(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static Scoreboard create(Path path, int slots) throws IOException {
        FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        file.write(ByteBuffer.allocate(slots * SLOT), 0);
        return new Scoreboard(path, file);
    }

    Path path() {
        return path;
    }

    /** Whether the application was called for a request; true if that cannot be known. */
    boolean wasCalled(int slot, long number) {
        ByteBuffer called = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try {
            file.read(called, (long) slot * SLOT + CALLED);
            return called.hasRemaining() || called.getLong(0) == number;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
