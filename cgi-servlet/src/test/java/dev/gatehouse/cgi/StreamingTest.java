package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamingTest extends SiteTest {

    StreamingTest() {
        super(Map.of());
    }

    @Test
    @DisplayName("a line is at the client before the script writes the next (T14)")
    void eachLineAtOnce() throws Exception {
        Path gate = site.folder().resolve("gate");
        site.script(
                "lines",
                "#!/bin/sh",
                "printf 'Content-Type: text/plain\\n\\n'",
                "for i in 1 2 3; do",
                "  echo line $i",
                "  while [ ! -e " + gate + "$i ]; do sleep 0.02; done",
                "done");
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/lines HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(wire.firstChunk()).isEqualTo("line 1\n");
            Files.createFile(Path.of(gate + "1"));
            assertThat(wire.nextChunk()).isEqualTo("line 2\n");
            Files.createFile(Path.of(gate + "2"));
            assertThat(wire.nextChunk()).isEqualTo("line 3\n");
            Files.createFile(Path.of(gate + "3"));
            assertThat(wire.nextChunk()).isEmpty();
        }
    }

    @Test
    @DisplayName("a script answers while the request body is still coming")
    void dialogue() throws Exception {
        site.script("dialogue", "#!/bin/sh", "printf 'Content-Type: text/plain\\n\\n'", "cat");
        try (Wire wire = site.connect()) {
            wire.send(
                    "POST /cgi-bin/dialogue HTTP/1.1\r\nHost: x\r\nContent-Length: 65546\r\n\r\n");
            wire.send("x".repeat(65_536));
            String received = wire.firstChunk();
            while (received.length() < 65_536) {
                received += wire.nextChunk();
            }
            wire.send("0123456789");

            assertThat(wire.nextChunk()).isEqualTo("0123456789");
            assertThat(wire.nextChunk()).isEmpty();
        }
    }

    @Test
    @DisplayName("a client that is slow to send its body does not use up the script's time")
    void slowClient() throws Exception {
        try (Site other = Site.start(container, Map.of("headerTimeout", "1s"))) {
            other.script("last", "#!/bin/sh", "cat >/dev/null; printf 'Content-Type: x/y\\n\\nok'");
            try (Wire wire = other.connect()) {
                wire.send(
                        "POST /cgi-bin/last HTTP/1.1\r\nHost: x\r\nContent-Length: 65544\r\n\r\n");
                wire.send("x".repeat(65_536));
                for (int i = 0; i < 8; i++) {
                    Thread.sleep(250); // The slow client itself.
                    wire.send("x");
                }

                assertThat(wire.receive().text()).isEqualTo("ok");
            }
        }
    }
}
