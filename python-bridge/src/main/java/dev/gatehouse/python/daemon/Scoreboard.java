package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * How far the threads of one worker have come, in a file that the worker has mapped into memory:
 * readable after its death. Thread-safe.
 *
 * @param file the file
 */
record Scoreboard(SharedFile file) implements AutoCloseable {

    private static final int SLOT = 16;
    private static final int CALLED = 8;

    /** A scoreboard in an empty file. */
    static Scoreboard in(SharedFile file, int slots) throws IOException {
        file.channel().write(ByteBuffer.allocate(slots * SLOT), 0);
        return new Scoreboard(file);
    }

    Path path() {
        return file.path();
    }

    /** Whether the application was called for a request; true if that cannot be known. */
    boolean wasCalled(int slot, long number) {
        ByteBuffer called = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try {
            file.channel().read(called, (long) slot * SLOT + CALLED);
            return called.hasRemaining() || called.getLong(0) == number;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
