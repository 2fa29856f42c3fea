package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.process.Command;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Requires;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and who is shown the door. */
class DoorTest {

    private static final int PID = 4711;

    private final PoolThreads threads = PoolThreads.of("test");

    @AfterEach
    void endTheThreads() {
        threads.close();
    }

    @Test
    void whoKnowsTheTokenIsLetIn() throws Exception {
        try (PrivateFolder folder = PrivateFolder.create(Optional.empty());
                Door door = open(folder)) {
            Worker worker = expected(folder);
            try (SocketChannel visitor = visit(folder, door.expect(worker))) {
                Await.until("the worker has come in", () -> worker.pid() == PID);
                assertThat(visitor.isOpen()).isTrue();
            }
        }
    }

    @Test
    void whoDoesNotIsShownTheDoor() throws Exception {
        try (PrivateFolder folder = PrivateFolder.create(Optional.empty());
                Door door = open(folder)) {
            Worker worker = expected(folder);
            door.expect(worker);
            try (SocketChannel visitor = visit(folder, "0".repeat(32))) {
                assertThat(isShownTheDoor(visitor)).isTrue();
            }
            assertThat(worker.pid()).isZero();
        }
    }

    /**
     * The kernel says who connects: root can, and knows the token, but is not the workers' user.
     */
    @Test
    void theWrongUserIsShownTheDoorWhateverTheyKnow() throws Exception {
        Requires.success("root", "sh", "-c", "test $(id -u) = 0");
        try (PrivateFolder folder = PrivateFolder.create(Optional.of(nobody()));
                Door door = open(folder)) {
            Worker worker = expected(folder);
            try (SocketChannel visitor = visit(folder, door.expect(worker))) {
                assertThat(isShownTheDoor(visitor)).isTrue();
            }
            assertThat(worker.pid()).isZero();
        }
    }

    @Test
    void whoDiedWhileDiallingInLeavesNoConnectionOpen() throws Exception {
        Command command = Command.of(Path.of("/bin/true"));
        try (PrivateFolder folder = PrivateFolder.create(Optional.empty());
                Door door = open(folder);
                Launcher launcher = Launcher.best()) {
            Worker worker = expected(folder);
            String token = door.expect(worker);
            worker.launched(launcher.launch(command), threads.tasks());
            worker.awaitRest(Duration.ofSeconds(60));

            try (SocketChannel visitor = visit(folder, token, 0)) {
                visitor.configureBlocking(false);
                Await.until("the connection is closed", () -> isShownTheDoor(visitor));
            }
            assertThat(worker.connections()).isEmpty();
        }
    }

    private static WorkerUser nobody() throws IOException {
        UserPrincipalLookupService users = FileSystems.getDefault().getUserPrincipalLookupService();
        return new WorkerUser(
                users.lookupPrincipalByName("nobody"),
                users.lookupPrincipalByGroupName("nogroup"),
                "nobody",
                "/nonexistent");
    }

    private Door open(PrivateFolder folder) throws IOException {
        return Door.open(folder, threads, new Rotation(0, Duration.ZERO));
    }

    private static Worker expected(PrivateFolder folder) throws IOException {
        return new Worker(
                1, 1, WorkerFiles.create(folder, 1, 1), new ApplicationLog("test"), new Nobody());
    }

    private static SocketChannel visit(PrivateFolder folder, String token) throws IOException {
        return visit(folder, token, Frame.NO_SLOT);
    }

    private static SocketChannel visit(PrivateFolder folder, String token, int slot)
            throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()));
        ByteBuffer hello = ByteBuffer.allocate(64);
        hello.putInt(token.length() + 2 * Integer.BYTES).put((byte) Frame.HELLO);
        hello.put(token.getBytes(US_ASCII)).putInt(PID).putInt(slot);
        try {
            channel.write(hello.flip());
        } catch (IOException e) {
            // Shown the door before a word was said.
        }
        return channel;
    }

    private static boolean isShownTheDoor(SocketChannel visitor) {
        try {
            return visitor.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Nobody who would listen. */
    private static final class Nobody implements WorkerListener {

        @Override
        public void ready(Worker worker) {}

        @Override
        public void notLaunched(StartFailure failure) {}

        @Override
        public void ended(Worker worker) {}

        @Override
        public void changed(Worker worker, String file) {}
    }
}
