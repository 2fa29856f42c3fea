package dev.gatehouse.python.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a request whose worker has died. */
class ScoreboardTest {

    private static final int SLOT_1 = 8;

    @TempDir private Path folder;

    @Test
    void tellsWhichRequestWasCalledLastAlsoAfterItWasClosed() throws Exception {
        Scoreboard board = Scoreboard.in(file(), 2);
        called(board.path(), 7);

        assertThat(board.wasCalled(1, 7)).isTrue();
        assertThat(board.wasCalled(1, 8)).isFalse();
        assertThat(board.wasCalled(0, 7)).isFalse();

        board.close();

        assertThat(board.wasCalled(1, 7)).isTrue();
        assertThat(board.wasCalled(1, 8)).isFalse();
    }

    private SharedFile file() throws Exception {
        Path path = folder.resolve("board");
        return new SharedFile(
                path,
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    private static void called(Path path, long number) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.write(bytes.putLong(0, number), SLOT_1);
        }
    }
}
