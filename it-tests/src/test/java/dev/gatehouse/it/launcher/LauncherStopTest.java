package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse.Head;
import dev.gatehouse.it.support.Await;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherStopTest {

    /** More than all socket buffers between server and client hold. */
    private static final int FILE_BYTES = 64 << 20;

    @TempDir private Path folder;

    private Launcher gate(String... options) throws Exception {
        String[] all = new String[options.length + 2];
        all[0] = "--environ";
        all[1] = "gate.file=" + folder.resolve("open");
        System.arraycopy(options, 0, all, 2, options.length);
        return Launcher.app(folder, "Gate#application", all);
    }

    private void open() throws IOException {
        Files.createFile(folder.resolve("open"));
    }

    @Test
    void finishesTheRequestInFlight() throws Exception {
        try (Launcher launcher = gate();
                RawClient client = launcher.connect()) {
            Head head = client.send(RawRequest.get("/").bytes()).head();
            assertThat(client.chunk()).isEqualTo("in");
            int port = launcher.port();

            launcher.terminate();
            awaitRefusal(port);
            assertThat(launcher.isAlive()).isTrue();
            open();

            assertThat(head.status()).isEqualTo(200);
            assertThat(client.chunk()).isEqualTo("out");
            assertThat(client.chunk()).isEmpty();
            assertThat(launcher.exitCode()).isEqualTo(143);
            assertThat(launcher.err()).isEmpty();
            assertThat(launcher.temporaryFiles()).isEmptyDirectory();
        }
    }

    @Test
    void takesOneMoreRequestFromAConnectionThatIsOpen() throws Exception {
        try (Launcher launcher = gate();
                RawClient inFlight = launcher.connect();
                RawClient late = launcher.connect()) {
            inFlight.send(RawRequest.get("/").bytes()).head();
            assertThat(inFlight.chunk()).isEqualTo("in");
            // Half a request line: the connection is known to the server, and not yet a request.
            late.send("GET /late HTTP/1.1\r\n");
            int port = launcher.port();

            launcher.terminate();
            awaitRefusal(port);
            late.send("Host: a.example\r\n\r\n");
            Head head = late.head();
            open();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.values("Connection")).containsExactly("close");
            assertThat(late.rest(head).complete()).isTrue();
            assertThat(late.closedByServer()).isTrue();
        }
    }

    @Test
    void doesNotWaitForIdleConnections() throws Exception {
        open();
        try (Launcher launcher = gate("--graceful-timeout", "60");
                RawClient idle = launcher.connect()) {
            assertThat(idle.exchange(RawRequest.get("/")).text()).isEqualTo("inout");
            assertThat(idle.reusable()).isTrue();

            long start = System.nanoTime();
            launcher.terminate().exitCode();

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(idle.closedByServer()).isTrue();
        }
    }

    @Test
    void finishesTheFileThatTheContainerSends() throws Exception {
        Path file = folder.resolve("file");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(FILE_BYTES);
        }
        try (Launcher launcher =
                        Launcher.app(folder, "FileAnswer", "--environ", "answer.file=" + file);
                RawClient client = launcher.connect()) {
            Head head = client.send(RawRequest.get("/").bytes()).head();
            int port = launcher.port();

            launcher.terminate();
            awaitRefusal(port);

            assertThat(client.rest(head).body()).hasSize(FILE_BYTES);
            assertThat(launcher.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void cutsOffWhatTakesTooLong() throws Exception {
        try (Launcher launcher = gate("--graceful-timeout", "1");
                RawClient client = launcher.connect()) {
            client.send(RawRequest.get("/").bytes()).head();
            assertThat(client.chunk()).isEqualTo("in");

            assertThat(launcher.terminate().exitCode()).isEqualTo(143);

            assertThat(launcher.err()).contains("requests cut off after 1 s: 1");
            assertThatExceptionOfType(IOException.class).isThrownBy(client::chunk);
        }
    }

    private static void awaitRefusal(int port) throws Exception {
        Await.until(
                "new connections are refused",
                () -> {
                    try {
                        RawClient.connect(port).close();
                        return false;
                    } catch (ConnectException e) {
                        return true;
                    }
                });
    }
}
