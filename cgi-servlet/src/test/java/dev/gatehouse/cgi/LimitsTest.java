package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String[] WAITS = {
        "#!/bin/sh",
        "touch $QUERY_STRING.started",
        "while [ ! -e $QUERY_STRING.go ]; do sleep 0.02; done",
        "printf 'Content-Type: text/plain\\n\\nok'"
    };

    @Test
    @DisplayName("with maxProcesses running and maxQueue waiting: 503 with Retry-After")
    void queueIsFull() throws Exception {
        try (Site site = Site.start(Map.of("maxProcesses", "1", "maxQueue", "1"));
                Wire running = site.connect();
                Wire waiting = site.connect()) {
            site.script("waits", WAITS);
            Path first = site.scripts().resolve("first");
            running.send(request("first"));
            Await.until("the first runs", () -> Files.exists(Path.of(first + ".started")));
            waiting.send(request("second"));

            Await.until("the queue is full", () -> status(site, "third") == 503);
            Response refused = site.get("/cgi-bin/waits?third");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).containsExactly("2");

            Files.createFile(Path.of(first + ".go"));
            Files.createFile(site.scripts().resolve("second.go"));
            assertThat(running.receive().text()).isEqualTo("ok");
            assertThat(waiting.receive().text()).isEqualTo("ok");
        }
    }

    @Test
    @DisplayName("after queueTimeout: 503")
    void queueTimeout() throws Exception {
        try (Site site = Site.start(Map.of("maxProcesses", "1", "queueTimeout", "100ms"));
                Wire running = site.connect()) {
            site.script("waits", WAITS);
            running.send(request("first"));
            Await.until(
                    "the first runs", () -> Files.exists(site.scripts().resolve("first.started")));

            assertThat(site.get("/cgi-bin/waits?second").status()).isEqualTo(503);

            Files.createFile(site.scripts().resolve("first.go"));
            assertThat(running.receive().text()).isEqualTo("ok");
        }
    }

    @Test
    @DisplayName("a failed script gives its place back")
    void failuresGiveBack() throws Exception {
        try (Site site =
                Site.start(
                        Map.of("maxProcesses", "1", "maxQueue", "0", "headerTimeout", "200ms"))) {
            site.script("ok", "#!/bin/sh", "printf 'Content-Type: text/plain\\n\\nok'");
            site.script("empty", "#!/bin/sh");
            site.script("silent", "#!/bin/sh", "exec sleep 60");
            site.file("plain", "x");
            for (String name : new String[] {"empty", "plain", "none", "silent"}) {
                assertThat(site.get("/cgi-bin/" + name).status()).isGreaterThanOrEqualTo(404);
                Await.until("there is room again", () -> getsOk(site));
            }
        }
    }

    @Test
    @DisplayName("totalTimeout ends a script that writes for ever")
    void totalTimeout() throws Exception {
        try (Site site = Site.start(Map.of("totalTimeout", "500ms"))) {
            site.script(
                    "drips",
                    "#!/bin/sh",
                    "printf 'Content-Type: text/plain\\n\\n'",
                    "while :; do echo x; sleep 0.05; done");
            Response response = site.get("/cgi-bin/drips");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.complete()).isFalse();
            Await.until("the script is gone", () -> Remains.processes() == 0);
        }
    }

    private static String request(String query) {
        return "GET /cgi-bin/waits?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static int status(Site site, String query) {
        try {
            return site.get("/cgi-bin/waits?" + query).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean getsOk(Site site) {
        try {
            return site.get("/cgi-bin/ok").text().equals("ok");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
