package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The files that one worker shares with us.
 *
 * @param board for which requests its threads called the application
 * @param stacks where its stacks are written when it is stuck
 * @param isOfOtherUser whether the worker is another user than this JVM. What it has open we must
 *     not open then: an O_PATH descriptor of what only we may read would be enough
 */
record WorkerFiles(Scoreboard board, SharedFile stacks, boolean isOfOtherUser)
        implements AutoCloseable {

    private static final int LONGEST_STACKS = 1 << 20;

    static WorkerFiles create(PrivateFolder folder, int id, int threads) throws IOException {
        Scoreboard board = Scoreboard.in(folder.share("board-" + id), threads);
        try {
            SharedFile stacks = folder.share("stacks-" + id);
            return new WorkerFiles(board, stacks, folder.user().isPresent());
        } catch (IOException e) {
            board.close();
            throw e;
        }
    }

    /** The stacks that were written when the process was ended; empty if it was not stuck. */
    String readStacks() {
        try {
            long size = Math.min(stacks.channel().size(), LONGEST_STACKS);
            ByteBuffer text = ByteBuffer.allocate((int) size);
            stacks.channel().read(text, 0);
            return StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        board.close();
        stacks.close();
    }
}
