package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * For which requests the threads of one worker called the application last, in a file that the
 * worker has mapped into memory: readable after its death. Thread-safe.
 */
final class Scoreboard implements AutoCloseable {

    private static final int SLOT = Long.BYTES;

    private final SharedFile file;
    private final int slots;

    /**
     * What it said when it was closed, after the worker's death: those whose connection broke may
     * come and ask later. Null before.
     */
    private volatile ByteBuffer last;

    private Scoreboard(SharedFile file, int slots) {
        this.file = file;
        this.slots = slots;
    }

    /** A scoreboard in an empty file. */
    static Scoreboard in(SharedFile file, int slots) throws IOException {
        try {
            file.channel().write(ByteBuffer.allocate(slots * SLOT), 0);
            return new Scoreboard(file, slots);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    Path path() {
        return file.path();
    }

    /** Whether the application was called for a request; true if that cannot be known. */
    boolean wasCalled(int slot, long number) {
        try {
            ByteBuffer board = last == null ? read() : last;
            return board.getLong(slot * SLOT) == number;
        } catch (IOException e) {
            // Closed at this moment, or of no use at all.
            ByteBuffer board = last;
            return board == null || board.getLong(slot * SLOT) == number;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            last = read();
        } catch (IOException e) {
            // Of no use: nothing is known of the requests of this worker.
        }
        file.close();
    }

    private ByteBuffer read() throws IOException {
        ByteBuffer board = ByteBuffer.allocate(slots * SLOT).order(ByteOrder.nativeOrder());
        if (file.channel().read(board, 0) < board.capacity()) {
            throw new IOException("the scoreboard was cut");
        }
        return board;
    }
}
