package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request and response bodies on their way through a worker. */
class BodiesTest {

    private static PythonServer spooling;
    private static PythonServer streaming;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        spooling = PythonServer.start("threads=1", "maxBodySize=64M");
        streaming = PythonServer.start("threads=1", "streamRequestBody=true");
    }

    @AfterAll
    static void stop() throws Exception {
        spooling.close();
        streaming.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000, 5_000_000})
    void comeBackAsTheyWent(int size) throws Exception {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);

        assertThat(spooling.post("/echo", BodyPublishers.ofByteArray(body)).body()).isEqualTo(body);
        assertThat(streaming.post("/echo", BodyPublishers.ofByteArray(body)).body())
                .isEqualTo(body);
    }

    /** W16. */
    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 200_000})
    void comeBackAsTheyWentWithoutALength(int size) throws Exception {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);

        assertThat(
                        spooling.post(
                                        "/echo",
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))
                                .body())
                .isEqualTo(body);
        assertThat(
                        streaming
                                .post(
                                        "/echo",
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))
                                .body())
                .isEqualTo(body);
    }

    /** W41. */
    @Test
    void needNotBeRead() throws Exception {
        byte[] body = new byte[1_000_000];

        for (int i = 0; i < 3; i++) {
            assertThat(spooling.post("/never_reads", BodyPublishers.ofByteArray(body)).body())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("not read");
        }
    }

    @Test
    void overTheLimitAreA413() throws Exception {
        assertThat(
                        spooling.post(
                                        "/count",
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(new byte[70 << 20])))
                                .statusCode())
                .isEqualTo(413);
        assertThat(spooling.text("/hello")).startsWith("Hello");
    }

    @Test
    void ofASlowUploadHoldNoWorker() throws Exception {
        try (Socket slow = spooling.connect(65_536)) {
            slow.getOutputStream()
                    .write(
                            "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf"
                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(spooling.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void thatAreLargeArriveWhole() throws Exception {
        assertThat(spooling.send("GET", "/big?1600", BodyHandlers.ofByteArray()).body())
                .hasSize(1600 * 65_536);
    }

    /** W29. */
    @Test
    void goOutBlockByBlock() throws Exception {
        Path marker = folder.resolve("marker");
        try (Socket client = spooling.connect(65_536)) {
            client.getOutputStream()
                    .write(
                            ("GET /streams?" + marker + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            readUntil(client, "first");
            Files.createFile(marker);
            readUntil(client, "second");
        }
    }

    /** W36. */
    @Test
    void thatBreakOffAreNotTakenForWhole() {
        assertThatThrownBy(() -> spooling.get("/truncated")).isInstanceOf(IOException.class);
    }

    /** W32; nothing that anybody has to know of. */
    @Test
    void areClosedWhenTheClientGoes() throws Exception {
        Path marker = folder.resolve("closed");
        try (LogRecords log = new LogRecords()) {
            try (Socket client = spooling.connect(65_536)) {
                client.getOutputStream()
                        .write(
                                ("GET /never_ends?" + marker + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                readUntil(client, "xxxxx");
                client.setSoLinger(true, 0);
            }
            Await.until("close() of the body", () -> Files.exists(marker));
            for (int i = 0; i < 10; i++) {
                assertThat(spooling.text("/hello")).startsWith("Hello");
            }
            assertThat(log.all()).allMatch(each -> each.startsWith("FINE"));
        }
    }

    /** W35. */
    @Test
    void areNotSentForHead() throws Exception {
        assertThat(
                        spooling.send("HEAD", "/hello", BodyHandlers.ofString())
                                .headers()
                                .firstValue("Content-Length"))
                .contains("18");
        assertThat(spooling.send("HEAD", "/big?100", BodyHandlers.ofString()).body()).isEmpty();
        assertThat(spooling.text("/hello")).startsWith("Hello");
    }

    /** W38. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 30_000_000})
    void areFiles(int size) throws Exception {
        byte[] body =
                spooling.send("GET", "/sends_a_file?" + size, BodyHandlers.ofByteArray()).body();

        assertThat(body).hasSize(size);
        assertThat(new String(body, StandardCharsets.US_ASCII)).matches("f*");
    }

    @Test
    void toASlowReaderHoldNoWorker() throws Exception {
        try (Socket slow = spooling.connect(4096);
                Socket slowFile = spooling.connect(4096)) {
            slow.getOutputStream()
                    .write(
                            "GET /big?500 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            slowFile.getOutputStream()
                    .write(
                            "GET /sends_a_file?30000000 HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            // There is one thread only: it must have left both of them.
            assertThat(spooling.text("/hello")).startsWith("Hello");

            byte[] all = slow.getInputStream().readAllBytes();
            assertThat(all.length).isGreaterThan(500 * 65_536);
            assertThat(new String(all, all.length - 5, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("0\r\n\r\n");
        }
    }

    private static void readUntil(Socket client, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as("after %s", seen).isNotNegative();
            seen.append((char) next);
        }
    }
}
