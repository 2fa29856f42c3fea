package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3875, 4.2: the body of the request on stdin. */
class RequestBodyTest extends SiteTest {

    private static final int MILLION = 1_000_000;

    RequestBodyTest() {
        super(Map.of("maxBodySize", "4M"));
    }

    @BeforeParameterizedClassInvocation
    void scripts() throws IOException {
        site.script(
                "count",
                "#!/bin/sh",
                "echo Content-Type: text/plain",
                "echo",
                "echo LENGTH=$CONTENT_LENGTH",
                "echo ENCODING=$HTTP_TRANSFER_ENCODING",
                "echo READ=$(wc -c)");
        site.script("echo", "#!/bin/sh", "echo Content-Type: text/plain", "echo", "cat");
        site.script(
                "writes-first",
                "#!/bin/sh",
                "echo Content-Type: text/plain",
                "echo",
                "head -c 1000000 /dev/zero | tr '\\0' w",
                "echo READ=$(wc -c)");
        site.script("ignores", "#!/bin/sh", "echo Content-Type: text/plain", "echo", "echo done");
    }

    @Test
    @DisplayName("R32 without a body, stdin is at its end at once (T2)")
    void none() throws Exception {
        Response response = site.get("/cgi-bin/count");

        assertThat(response.variable("LENGTH")).isEmpty();
        assertThat(response.variable("READ")).isEqualTo("0");
    }

    @Test
    @DisplayName("R7 Content-Length: 0 is a length")
    void empty() throws Exception {
        Response response = site.request("POST", "/cgi-bin/count", "", "Content-Length: 0");

        assertThat(response.variable("LENGTH")).isEqualTo("0");
        assertThat(response.variable("READ")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"})
    @DisplayName("R18 R33 any method may have a body (T4)")
    void anyMethod(String method) throws Exception {
        Response response = site.request(method, "/cgi-bin/count", "hello");

        assertThat(response.variable("LENGTH")).isEqualTo("5");
        assertThat(response.variable("READ")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4095, 4096, 65_535, 65_536, 65_537, 3 * MILLION})
    @DisplayName("R32 a body arrives byte for byte, whatever its size")
    void sizes(int size) throws Exception {
        String body = "0123456789".repeat(size / 10 + 1).substring(0, size);

        assertThat(site.request("POST", "/cgi-bin/echo", body).text()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 70_000})
    @DisplayName("R8 a chunked body gets its exact length, and no transfer coding")
    void chunked(int size) throws Exception {
        Response response = chunked("count", "x".repeat(size), size);

        assertThat(response.variable("LENGTH")).isEqualTo(size == 0 ? "" : "" + size);
        assertThat(response.variable("READ")).isEqualTo("" + size);
        assertThat(response.variable("ENCODING")).isEmpty();
    }

    @Test
    @DisplayName("R8 a large chunked body leaves nothing on the disk")
    void chunkedToDisk() throws Exception {
        String body = "0123456789".repeat(300_000);

        assertThat(chunked("echo", body, 50_000).text()).isEqualTo(body);
        try (Stream<Path> files = Files.walk(site.folder())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("body-")))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("R8 a body over maxBodySize is 413, declared or not")
    void tooLarge() throws Exception {
        try (Wire wire = site.connect()) {
            wire.send("POST /cgi-bin/count HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n");
            assertThat(wire.receive().status()).isEqualTo(413);
        }
        assertThat(chunked("count", "x".repeat(5 * MILLION), 1 << 20).status()).isEqualTo(413);
    }

    @Test
    @DisplayName("Expect: 100-continue is answered when the script's body is wanted")
    void expectContinue() throws Exception {
        try (Wire wire = site.connect()) {
            wire.send(
                    "POST /cgi-bin/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            wire.send("hello");

            assertThat(wire.receive().text()).isEqualTo("hello");
        }
    }

    @Test
    @DisplayName("section 5: a script may write a lot before it reads (T3)")
    void writesFirst() throws Exception {
        Response response = site.request("POST", "/cgi-bin/writes-first", "x".repeat(3 * MILLION));

        assertThat(response.text()).hasSize(MILLION + "READ=3000000\n".length());
        assertThat(response.text()).endsWith("READ=3000000\n");
        assertThat(response.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100_000, 3 * MILLION})
    @DisplayName("R32 section 5: a script need not read its body (T5)")
    void ignored(int size) throws Exception {
        Response response = site.request("POST", "/cgi-bin/ignores", "x".repeat(size));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("done\n");
    }

    @Test
    @DisplayName("a connection goes on after a body that nobody read")
    void keepAlive() throws Exception {
        try (Wire wire = site.connect()) {
            for (int i = 0; i < 5; i++) {
                wire.send(
                        "POST /cgi-bin/ignores HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"
                                + "x".repeat(200_000));
                assertThat(wire.receive().text()).isEqualTo("done\n");
            }
        }
    }

    @Test
    @DisplayName("a script never takes half a body for the whole")
    void clientGoesAway() throws Exception {
        Path witness = site.folder().resolve("witness");
        site.script("witness", "#!/bin/sh", "touch started", "cat >/dev/null", "touch " + witness);
        try (Wire wire = site.connect()) {
            wire.send(
                    "POST /cgi-bin/witness HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n");
            wire.send("x".repeat(100_000));
            Await.until("the script reads", () -> Files.exists(site.scripts().resolve("started")));
            wire.reset();
        }
        Await.until("no script is left", () -> Remains.processes() == 0);
        assertThat(witness).doesNotExist();
    }

    private Response chunked(String script, String body, int chunkSize) throws IOException {
        StringBuilder request =
                new StringBuilder("POST /cgi-bin/" + script + " HTTP/1.1\r\nHost: x\r\n");
        request.append("Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int start = 0; start < body.length(); start += chunkSize) {
            String chunk = body.substring(start, Math.min(body.length(), start + chunkSize));
            request.append(Integer.toHexString(chunk.length())).append("\r\n");
            request.append(chunk).append("\r\n");
        }
        try (Wire wire = site.connect()) {
            return wire.send(request.append("0\r\n\r\n").toString()).receive();
        }
    }
}
