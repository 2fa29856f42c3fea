package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of scripts that go wrong; the answers are those of DESIGN.md. */
class FailureTest {

    @AutoClose
    private static final Site SITE =
            Site.start(Map.of("headerTimeout", "1s", "idleTimeout", "3s", "maxHeaderSize", "64K"));

    private final LogRecords log = new LogRecords();

    @AfterEach
    void nothingIsLeft() {
        log.close();
        Await.until("no process is left", () -> Remains.processes() == 0);
    }

    @Test
    @DisplayName("R55 no script: 404")
    void missing() throws Exception {
        assertThat(SITE.get("/cgi-bin/none").status()).isEqualTo(404);
        assertThat(SITE.get("/cgi-bin/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0,no output; exit status 0",
        "exit 3,no output; exit status 3",
        "kill -9 $$,no output; signal 9",
        "printf 'Content-Type: text/plain\\n',no blank line",
        "printf 'just text',no blank line",
        "printf '\\nbody',a blank line in place of headers",
        "printf 'no header here\\n\\nbody',no header:",
        "printf 'X: a\\rSet-Cookie: evil=1\\n\\n',a bare CR",
        "printf 'X: a\\000b\\n\\n',NUL",
        "printf 'X: a\\001b\\n\\n',a control character",
        "printf ' X: a\\n\\n',no header:",
        "printf 'X : a\\n\\n',no header:",
        "printf 'Status: x\\n\\n',a malformed Status",
        "printf 'Status: 100\\n\\n',a malformed Status",
        "printf 'Content-Type: a/b\\nContent-Type: a/c\\n\\n',more than one content-type"
    })
    @DisplayName("R38 R39 R54 no response: 502 and one line that says why (T10)")
    void noResponse(String command, String why) throws Exception {
        SITE.script("bad", "#!/bin/sh", command);
        Response response = SITE.get("/cgi-bin/bad?q");

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.text()).isEqualTo("502 Bad Gateway\n");
        assertThat(response.header("Set-Cookie")).isEmpty();
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("GET /cgi-bin/bad: script " + SITE.scripts().resolve("bad"), why);
    }

    @Test
    @DisplayName("R54 huge headers: 502 (T17)")
    void hugeHeaders() throws Exception {
        SITE.script(
                "huge",
                "#!/bin/sh",
                "printf 'X: '; head -c 100000 /dev/zero | tr '\\0' x; printf '\\n\\n'");

        assertThat(SITE.get("/cgi-bin/huge").status()).isEqualTo(502);
        assertThat(log.text()).contains("maxHeaderSize, 65536 bytes");
    }

    @Test
    @DisplayName("R55 not executable: 500, with the remedy in the log")
    void notExecutable() throws Exception {
        Path script = SITE.file("plain", "no shebang\n");

        assertThat(SITE.get("/cgi-bin/plain").status()).isEqualTo(500);
        assertThat(log.text()).contains(script.toString(), "permission denied", "chmod +x");
    }

    @Test
    @DisplayName("R55 neither script nor binary: 500, not run by a shell (T15)")
    void noProgram() throws Exception {
        SITE.script("text", "echo Content-Type: text/plain", "echo", "echo run by a shell");
        Response response = SITE.get("/cgi-bin/text");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).isEqualTo("500 Internal Server Error\n");
        assertThat(log.text()).contains("#! line");
    }

    @Test
    @DisplayName("R55 missing interpreter: 500")
    void missingInterpreter() throws Exception {
        SITE.script("nointerp", "#!/no/such/interpreter", "x");

        assertThat(SITE.get("/cgi-bin/nointerp").status()).isEqualTo(500);
        assertThat(log.text()).contains("#! line");
    }

    @Test
    @DisplayName("J2 an environment that is too long: 431")
    void longEnvironment() throws Exception {
        try (Site site = Site.prepare("", List.of("/cgi-bin/*"), Map.of())) {
            site.connector().setProperty("maxHttpRequestHeaderSize", "400000");
            site.started();
            site.script("ok", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'");

            assertThat(site.get("/cgi-bin/ok", "X-Long: " + "x".repeat(200_000)).status())
                    .isEqualTo(431);
            assertThat(site.get("/cgi-bin/ok", "X-Long: " + "x".repeat(100_000)).text())
                    .isEqualTo("ok");
        }
    }

    @Test
    @DisplayName("ETXTBSY a script that is still being written is tried again: 503 at last")
    void busy() throws Exception {
        Path program = SITE.scripts().resolve("busy");
        Files.copy(Path.of("/bin/true"), program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        OutputStream writing = Files.newOutputStream(program, StandardOpenOption.APPEND);
        try (writing) {
            Response response = SITE.get("/cgi-bin/busy");

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    @DisplayName("R37 R55 silence before the headers: 504, and the script is ended")
    void silentBeforeHeaders() throws Exception {
        SITE.script("silent", "#!/bin/sh", "sleep 60");
        long start = System.nanoTime();

        assertThat(SITE.get("/cgi-bin/silent").status()).isEqualTo(504);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(log.text()).contains("headerTimeout");
    }

    @Test
    @DisplayName("R37 a script that ignores SIGTERM is killed")
    void ignoresTerm() throws Exception {
        SITE.script("stubborn", "#!/bin/sh", "trap '' TERM", "while :; do sleep 0.1; done");

        assertThat(SITE.get("/cgi-bin/stubborn").status()).isEqualTo(504);
    }

    @Test
    @DisplayName("R37 silence within the body breaks the connection")
    void silentWithinBody() throws Exception {
        SITE.script("stalls", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nhalf'", "sleep 60");
        Response response = SITE.get("/cgi-bin/stalls");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.complete()).isFalse();
        assertThat(log.text()).contains("idleTimeout");
    }

    @Test
    @DisplayName("R54 a crash after the headers and before the body: 502")
    void crashAfterHeaders() throws Exception {
        SITE.script("crash0", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'; kill -SEGV $$");

        assertThat(SITE.get("/cgi-bin/crash0").status()).isEqualTo(502);
        assertThat(log.text()).contains("signal 11");
    }

    @Test
    @DisplayName("R54 a crash within the body breaks the connection")
    void crashWithinBody() throws Exception {
        SITE.script(
                "crash1",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\n'; head -c 100000 /dev/zero; kill -9 $$");
        Response response = SITE.get("/cgi-bin/crash1");

        assertThat(response.complete()).isFalse();
        assertThat(log.text()).contains("did not finish its response; signal 9");
    }

    @Test
    @DisplayName("R54 an exit status other than 0 is logged, and the response is whole")
    void exitStatus() throws Exception {
        SITE.script("exit3", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\npage'; exit 3");
        Response response = SITE.get("/cgi-bin/exit3");

        assertThat(response.text()).isEqualTo("page");
        assertThat(log.text()).contains("exit status 3");
    }

    @Test
    @DisplayName("R54 crashSign=nonzero: an exit status other than 0 is a crash")
    void exitStatusAsCrash() throws Exception {
        try (Site site = Site.start(Map.of("crashSign", "nonzero"))) {
            site.script("exit3", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\npage'; exit 3");
            assertThat(site.get("/cgi-bin/exit3").status()).isEqualTo(502);

            site.script(
                    "exit4",
                    "#!/bin/sh",
                    "printf 'Content-Type: x/y\\n\\n'; head -c 100000 /dev/zero; exit 4");
            assertThat(site.get("/cgi-bin/exit4").complete()).isFalse();
        }
    }

    @Test
    @DisplayName("section 5: a flood on stderr holds nobody up, and is logged in part (T16)")
    void stderrFlood() throws Exception {
        SITE.script(
                "flood",
                "#!/bin/sh",
                "head -c 3000000 /dev/zero | tr '\\0' e >&2",
                "printf 'Content-Type: x/y\\n\\nok'");

        assertThat(SITE.get("/cgi-bin/flood").text()).isEqualTo("ok");
        Await.until("the rest is counted", () -> log.text().contains("stderrRate"));
        assertThat(log.text().length()).isLessThan(100_000);
    }

    @Test
    @DisplayName("stderr is logged, without control characters")
    void stderr() throws Exception {
        SITE.script(
                "warns",
                "#!/bin/sh",
                "printf 'one\\ntwo \\033[31mred\\n' >&2",
                "printf 'Content-Type: x/y\\n\\nok'");

        assertThat(SITE.get("/cgi-bin/warns").text()).isEqualTo("ok");
        Await.until("both lines are logged", () -> log.text().contains("two ?[31mred"));
        assertThat(log.text()).contains("warns: one");
    }

    @Test
    @DisplayName("J3 a background child that holds stdout does not hold the response")
    void backgroundChild() throws Exception {
        SITE.script("background", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'", "sleep 30 &");
        long start = System.nanoTime();

        Response response = SITE.get("/cgi-bin/background");
        assertThat(response.text()).isEqualTo("ok");
        assertThat(response.complete()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    @DisplayName("a script that closes stdout has answered, and may work on for a while")
    void worksOn() throws Exception {
        Path witness = SITE.folder().resolve("worked-on");
        SITE.script(
                "works-on",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\nok'",
                "exec >&-",
                "sleep 0.5",
                "touch " + witness);
        assertThat(SITE.get("/cgi-bin/works-on").text()).isEqualTo("ok");

        Await.until("the work is done", () -> Files.exists(witness));
    }

    @ParameterizedTest
    @ValueSource(strings = {"while :; do echo x; done", "cat /dev/zero"})
    @DisplayName("a client that goes away takes the writing script along (T13)")
    void clientGoesAway(String command) throws Exception {
        SITE.script("forever", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'", command);
        try (Wire wire = SITE.connect()) {
            wire.send("GET /cgi-bin/forever HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.firstChunk()).isNotEmpty();
            wire.reset();
        }
        Await.until("the script is gone", () -> Remains.processes() == 0);
        assertThat(log.text()).doesNotContain("forever");
    }

    @Test
    @DisplayName("a huge output passes through little memory")
    void hugeOutput() throws Exception {
        SITE.script(
                "big",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\n'",
                "head -c 30000000 /dev/zero");
        Response response = SITE.get("/cgi-bin/big");

        assertThat(response.body()).hasSize(30_000_000);
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("R5 NUL in a path is refused before there is a script")
    void nulInPath() throws IOException {
        assertThat(SITE.get("/cgi-bin/none%00").status()).isEqualTo(400);
    }
}
