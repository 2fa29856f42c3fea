package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that cannot be started, or are not there. */
class StartFailureTest extends FailureTest {

    StartFailureTest() {
        super(Map.of());
    }

    @Test
    @DisplayName("R55 no script: 404")
    void missing() throws Exception {
        assertThat(site.get("/cgi-bin/none").status()).isEqualTo(404);
        assertThat(site.get("/cgi-bin/").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("R55 not executable: 500, with the remedy in the log")
    void notExecutable() throws Exception {
        Path script = site.file("plain", "no shebang\n");

        assertThat(site.get("/cgi-bin/plain").status()).isEqualTo(500);
        assertThat(log.text()).contains(script.toString(), "permission denied", "chmod +x");
    }

    @Test
    @DisplayName("R55 neither script nor binary: 500, not run by a shell (T15)")
    void noProgram() throws Exception {
        site.script("text", "echo Content-Type: text/plain", "echo", "echo run by a shell");
        Response response = site.get("/cgi-bin/text");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).isEqualTo("500 Internal Server Error\n");
        assertThat(log.text()).contains("#! line");
    }

    @Test
    @DisplayName("R55 missing interpreter: 500")
    void missingInterpreter() throws Exception {
        site.script("nointerp", "#!/no/such/interpreter", "x");

        assertThat(site.get("/cgi-bin/nointerp").status()).isEqualTo(500);
        assertThat(log.text())
                .contains(
                        "the program that its #! line names does not exist: /no/such/interpreter");
    }

    @Test
    @DisplayName("R55 line ends of Windows: 500, with the remedy in the log")
    void carriageReturns() throws Exception {
        site.script("crlf", "#!/bin/sh\r", "printf 'Content-Type: x/y\\n\\nok'\r");

        assertThat(site.get("/cgi-bin/crlf").status()).isEqualTo(500);
        assertThat(log.text()).contains("its #! line ends with CR LF", "dos2unix");
    }

    @Test
    @DisplayName("J2 an environment that is too long: 431")
    void longEnvironment() throws Exception {
        site.script("ok", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'");

        assertThat(site.get("/cgi-bin/ok", "X-Long: " + "x".repeat(200_000)).status())
                .isEqualTo(431);
        assertThat(site.get("/cgi-bin/ok", "X-Long: " + "x".repeat(100_000)).text())
                .isEqualTo("ok");
    }

    @Test
    @DisplayName("ETXTBSY a script that is still being written is tried again: 503 at last")
    void busy() throws Exception {
        Path program = site.scripts().resolve("busy");
        Files.copy(Path.of("/bin/true"), program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        OutputStream writing = Files.newOutputStream(program, StandardOpenOption.APPEND);
        try (writing) {
            Response response = site.get("/cgi-bin/busy");

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none%00", "sub%2Fnone", "sub%5Cnone", "%2e%2e%2fnone"})
    @DisplayName("R5 a path that could mean another one is refused before there is a script")
    void oddPath(String path) throws IOException {
        assertThat(site.get("/cgi-bin/" + path).status()).isEqualTo(400);
    }
}
