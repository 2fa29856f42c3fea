package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3875, 6: what a client gets of what a script writes; the output is given for printf(1). */
class ResponseTest extends SiteTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    ResponseTest() {
        super(Map.of());
    }

    @Test
    @DisplayName("R40 a document")
    void document() throws Exception {
        Response response = printed("Content-Type: text/x\\n\\nbody");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).containsExactly("text/x");
        assertThat(response.text()).isEqualTo("body");
    }

    @Test
    @DisplayName("R40 without a type none is guessed")
    void noType() throws Exception {
        Response response = printed("X-A: 1\\n\\n<html>");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEmpty();
        assertThat(response.text()).isEqualTo("<html>");
    }

    @ParameterizedTest
    @CsvSource({"404 Not Found,404", "500 Oops,500", "418,418", "299 x,299"})
    @DisplayName("R41 the status is the script's, and its body survives (T8)")
    void status(String status, int code) throws Exception {
        Response response =
                printed("Status: " + status + "\\nContent-Type: text/plain\\nX-A: 1\\n\\nmy page");

        assertThat(response.status()).isEqualTo(code);
        assertThat(response.header("X-A")).containsExactly("1");
        assertThat(response.header("Status")).isEmpty();
        assertThat(response.text()).isEqualTo("my page");
    }

    @Test
    @DisplayName("T9 repeated headers stay separate")
    void repeatedHeaders() throws Exception {
        assertThat(
                        printed("Set-Cookie: a=1\\nContent-Type: x/y\\nSet-Cookie: b=2\\n\\n")
                                .header("Set-Cookie"))
                .containsExactly("a=1", "b=2");
    }

    @Test
    @DisplayName("R53 a body passes as it is, every byte of it")
    void bytes() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all.append("\\%03o".formatted(i));
        }
        byte[] body = printed("Content-Type: text/plain\\n\\n" + all).body();

        assertThat(body).hasSize(256);
        for (int i = 0; i < 256; i++) {
            assertThat(body[i]).isEqualTo((byte) i);
        }
    }

    @Test
    @DisplayName("R34 R52 a response to HEAD has the script's length and no body")
    void head() throws Exception {
        String script = script("Content-Type: text/plain\\nContent-Length: 77\\n\\nbody");
        try (Wire wire = site.connect()) {
            for (int i = 0; i < 2; i++) {
                wire.send("HEAD " + script + " HTTP/1.1\r\nHost: x\r\n\r\n");
                Response response = wire.receive(true);
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.header("Content-Length")).containsExactly("77");
            }
        }
    }

    @Test
    @DisplayName("R34 the script finishes its work for a HEAD")
    void headIsRead() throws Exception {
        Path witness = site.folder().resolve("head-witness");
        site.script(
                "head-witness",
                "#!/bin/sh",
                "echo Content-Type: text/plain",
                "echo",
                "head -c 300000 /dev/zero",
                "touch " + witness);

        assertThat(site.request("HEAD", "/cgi-bin/head-witness", "").status()).isEqualTo(200);
        assertThat(witness).exists();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    @DisplayName("R41 a status without a body has none, whatever the script writes")
    void bodiless(int status) throws Exception {
        String script = script("Status: " + status + "\\nContent-Type: text/plain\\n\\nbody");
        try (Wire wire = site.connect()) {
            for (int i = 0; i < 2; i++) {
                wire.send("GET " + script + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(wire.receive().status()).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "100", "no number", "-1"})
    @DisplayName("R52 the length is counted; the script's own word does not matter")
    void lyingLength(String length) throws Exception {
        String script =
                script("Content-Type: text/plain\\nContent-Length: " + length + "\\n\\n12345");
        try (Wire wire = site.connect()) {
            for (int i = 0; i < 2; i++) {
                wire.send("GET " + script + " HTTP/1.1\r\nHost: x\r\n\r\n");
                Response response = wire.receive();
                assertThat(response.text()).isEqualTo("12345");
                assertThat(response.complete()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("R50 a script's Transfer-Encoding does not reach the client (T12)")
    void transferEncoding() throws Exception {
        Response response =
                printed(
                        "Content-Type: text/plain\\nTransfer-Encoding: chunked\\n"
                                + "Connection: upgrade\\nContent-Length: 3\\n\\n5\\r\\nhello\\r\\n0\\r\\n\\r\\n");

        assertThat(response.header("Connection")).containsExactly("close");
        assertThat(response.complete()).isTrue();
        assertThat(response.text()).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
    }

    @Test
    @DisplayName("R47 an absolute Location is a redirect with status 302 (T7)")
    void clientRedirect() throws Exception {
        Response response = printed("Location: http://other.example/x\\n\\n");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).containsExactly("http://other.example/x");
    }

    @Test
    @DisplayName("R47 a relative Location passes as it is")
    void relativeRedirect() throws Exception {
        Response response = printed("Location: env.cgi?x\\nContent-Type: text/plain\\n\\n");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).containsExactly("env.cgi?x");
    }

    @Test
    @DisplayName("R48 a redirect with a document keeps status and document")
    void redirectWithDocument() throws Exception {
        Response response =
                printed(
                        "Status: 301 Moved\\nLocation: http://other.example/\\n"
                                + "Content-Type: text/plain\\n\\ngone");

        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).containsExactly("http://other.example/");
        assertThat(response.text()).isEqualTo("gone");
    }

    @Test
    @DisplayName("R49 a response with a status line is parsed; interim responses are skipped")
    void nph() throws Exception {
        Response response =
                printed(
                        "HTTP/1.1 100 Continue\\r\\n\\r\\nHTTP/1.1 103 Hints\\r\\nLink: x\\r\\n\\r\\n"
                                + "HTTP/1.1 418 Teapot\\r\\nX-A: 1\\r\\n\\r\\ntea");

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.header("X-A")).containsExactly("1");
        assertThat(response.header("Link")).isEmpty();
        assertThat(response.text()).isEqualTo("tea");
    }

    @Test
    @DisplayName("R35 methods that the deployer does not allow are 405, with those that he does")
    void methods() throws Exception {
        try (Site other = Site.start(container, Map.of("cgiMethods", "GET,POST"))) {
            other.script("ok", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'");

            assertThat(other.get("/cgi-bin/ok").status()).isEqualTo(200);
            assertThat(other.request("HEAD", "/cgi-bin/ok", "").status()).isEqualTo(200);
            Response refused = other.request("PUT", "/cgi-bin/ok", "x");
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.header("Allow")).containsExactly("GET, POST");
        }
    }

    @Test
    @DisplayName("section 5: a huge output passes through little memory")
    void hugeOutput() throws Exception {
        site.script(
                "big",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\n'",
                "head -c 30000000 /dev/zero");
        Response response = site.get("/cgi-bin/big");

        assertThat(response.body()).hasSize(30_000_000);
        assertThat(response.complete()).isTrue();
    }

    private Response printed(String output) throws IOException {
        return site.get(script(output));
    }

    private String script(String output) throws IOException {
        String name = "printed-" + COUNTER.incrementAndGet();
        site.script(name, "#!/bin/sh", "printf '" + output + "'");
        return "/cgi-bin/" + name;
    }
}
