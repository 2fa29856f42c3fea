package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that one worker shares with us.
 *
 * @param board how far its threads have come
 * @param stacks where its stacks are written when it is stuck
 */
record WorkerFiles(Scoreboard board, Path stacks) implements AutoCloseable {

    static WorkerFiles create(Path folder, int id, int threads) throws IOException {
        return new WorkerFiles(
                Scoreboard.create(folder.resolve("board-" + id), threads),
                folder.resolve("stacks-" + id));
    }

    /** The stacks that were written when the process was ended; empty if it was not stuck. */
    String readStacks() {
        try {
            return Files.exists(stacks)
                    ? new String(Files.readAllBytes(stacks), StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        board.close();
        Files.deleteIfExists(stacks);
    }
}
