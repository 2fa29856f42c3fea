package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Scripts that keep others waiting. */
class SilentScriptTest extends FailureTest {

    SilentScriptTest() {
        super(Map.of("headerTimeout", "1s", "idleTimeout", "3s"));
    }

    @Test
    @DisplayName("R37 R55 silence before the headers: 504, and the script is ended")
    void silentBeforeHeaders() throws Exception {
        site.script("silent", "#!/bin/sh", "sleep 60");

        assertThat(site.get("/cgi-bin/silent").status()).isEqualTo(504);
        assertThat(log.text()).contains("headerTimeout");
    }

    @Test
    @DisplayName("R37 a script that ignores SIGTERM is killed")
    void ignoresTerm() throws Exception {
        site.script("stubborn", "#!/bin/sh", "trap '' TERM", "while :; do sleep 0.1; done");

        assertThat(site.get("/cgi-bin/stubborn").status()).isEqualTo(504);
    }

    @Test
    @DisplayName("R37 silence within the body breaks the connection")
    void silentWithinBody() throws Exception {
        site.script("stalls", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nhalf'", "sleep 60");
        Response response = site.get("/cgi-bin/stalls");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.complete()).isFalse();
        assertThat(log.text()).contains("idleTimeout");
    }

    @Test
    @DisplayName("section 5: a silent script whose client has gone away ends at its timeout")
    void clientGoesAway() throws Exception {
        Path started = site.folder().resolve("started");
        site.script("deserted", "#!/bin/sh", "touch " + started, "sleep 60");
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/deserted HTTP/1.1\r\nHost: x\r\n\r\n");
            Await.until("the script runs", () -> Files.exists(started));
            wire.reset();
        }
        Await.until("the time is over", () -> log.text().contains("headerTimeout"));
        Await.until("the script is gone", () -> Remains.processes() == 0);
    }

    @Test
    @DisplayName("section 5: what a script has started ends with it")
    void children() throws Exception {
        Path pid = site.folder().resolve("pid");
        site.script("parent", "#!/bin/sh", "sleep 60 &", "echo $! >" + pid, "wait");

        assertThat(site.get("/cgi-bin/parent").status()).isEqualTo(504);
        Path child = Path.of("/proc", Files.readString(pid).strip());
        Await.until("the child is gone", () -> Files.notExists(child));
    }
}
