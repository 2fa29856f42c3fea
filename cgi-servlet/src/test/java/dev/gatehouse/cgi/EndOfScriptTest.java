package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that go on when the response has ended, and clients that do not wait for that. */
class EndOfScriptTest extends FailureTest {

    EndOfScriptTest() {
        super(Map.of());
    }

    @Test
    @DisplayName("J3 a background child that holds stdout does not hold the response")
    void backgroundChild() throws Exception {
        site.script("background", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'", "sleep 100 &");
        Response response = site.get("/cgi-bin/background");
        assertThat(response.text()).isEqualTo("ok");
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("a script that closes stdout has answered, and may work on for a while")
    void worksOn() throws Exception {
        Path witness = site.folder().resolve("worked-on");
        site.script(
                "works-on",
                "#!/bin/sh",
                "printf 'Content-Type: x/y\\n\\nok'",
                "exec >&-",
                "sleep 0.5",
                "touch " + witness);
        assertThat(site.get("/cgi-bin/works-on").text()).isEqualTo("ok");

        Await.until("the work is done", () -> Files.exists(witness));
    }

    @ParameterizedTest
    @ValueSource(strings = {"while :; do echo x; done", "cat /dev/zero"})
    @DisplayName("a client that goes away takes the writing script along (T13)")
    void clientGoesAway(String command) throws Exception {
        site.script("forever", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'", command);
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/forever HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.firstChunk()).isNotEmpty();
            wire.reset();
        }
        Await.until("the script is gone", () -> Remains.processes() == 0);
        assertThat(log.text()).doesNotContain("forever");
    }
}
