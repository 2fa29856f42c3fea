package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output that is no response, or not all of one. */
class OutputFailureTest extends FailureTest {

    OutputFailureTest() {
        super(Map.of("maxHeaderSize", "64K"));
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
        site.script("bad", "#!/bin/sh", command);
        Response response = site.get("/cgi-bin/bad?q");

        assertThat(response.status()).isEqualTo(502);
        assertThat(response.text()).isEqualTo("502 Bad Gateway\n");
        assertThat(response.header("Set-Cookie")).isEmpty();
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("GET /cgi-bin/bad: script " + site.scripts().resolve("bad"), why);
    }

    @Test
    @DisplayName("R54 huge headers: 502 (T17)")
    void hugeHeaders() throws Exception {
        site.script(
                "huge",
                "#!/bin/sh",
                "printf 'X: '; head -c 100000 /dev/zero | tr '\\0' x; printf '\\n\\n'");

        assertThat(site.get("/cgi-bin/huge").status()).isEqualTo(502);
        assertThat(log.text()).contains("maxHeaderSize, 65536 bytes");
    }

    @Test
    @DisplayName("R54 a crash after the headers and before the body: 502")
    void crashAfterHeaders() throws Exception {
        site.script("crash0", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'; kill -SEGV $$");

        assertThat(site.get("/cgi-bin/crash0").status()).isEqualTo(502);
        assertThat(log.text()).contains("signal 11");
    }

    @Test
    @DisplayName("R54 a crash within the body breaks the connection")
    void crashWithinBody() throws Exception {
        site.script(
                "crash1",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\n'; head -c 100000 /dev/zero; kill -9 $$");
        Response response = site.get("/cgi-bin/crash1");

        assertThat(response.complete()).isFalse();
        assertThat(log.text()).contains("did not finish its response; signal 9");
    }

    @Test
    @DisplayName("R54 an exit status other than 0 is logged, and the response is whole")
    void exitStatus() throws Exception {
        site.script("exit3", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\npage'; exit 3");
        Response response = site.get("/cgi-bin/exit3");

        assertThat(response.text()).isEqualTo("page");
        assertThat(log.text()).contains("exit status 3");
    }

    @Test
    @DisplayName("R54 crashSign=nonzero: an exit status other than 0 before the body: 502")
    void exitStatusAsCrash() throws Exception {
        try (Site other = Site.start(container, Map.of("crashSign", "nonzero"))) {
            other.script("exit3", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'; exit 3");

            assertThat(other.get("/cgi-bin/exit3").status()).isEqualTo(502);
            assertThat(log.text()).contains("did not finish its response; exit status 3");
        }
    }

    @Test
    @DisplayName("R54 crashSign=nonzero: a body is never taken for the whole, be it sent or not")
    void exitStatusAsCrashWithinBody() throws Exception {
        try (Site other = Site.start(container, Map.of("crashSign", "nonzero"))) {
            other.script("exit4", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\npage'; exit 4");
            other.script(
                    "exit5",
                    "#!/bin/sh",
                    "printf 'Content-Type: x/y\\n\\n'; head -c 100000 /dev/zero; exit 5");

            // How soon the script ends after its output decides which it is.
            assertThat(other.get("/cgi-bin/exit4"))
                    .matches(answer -> answer.status() == 502 || !answer.complete());
            assertThat(log.text()).contains("did not finish its response; exit status 4");
            assertThat(other.get("/cgi-bin/exit5").complete()).isFalse();
        }
    }
}
