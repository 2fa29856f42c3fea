package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
class LimitsTest {

    @Parameter private Container container;

    private static final String[] WAITS = {
        "#!/bin/sh",
        "touch $QUERY_STRING.started",
        "while [ ! -e $QUERY_STRING.go ]; do sleep 0.02; done",
        "printf 'Content-Type: text/plain\\n\\nok'"
    };

    @Test
    @DisplayName("with maxProcesses running and maxQueue waiting: 503 with Retry-After")
    void queueIsFull() throws Exception {
        Map<String, String> parameters =
                Map.of("maxProcesses", "1", "maxQueue", "1", "queueTimeout", "300s");
        try (Site site = Site.start(container, parameters);
                Wire running = site.connect()) {
            site.script("waits", WAITS);
            running.send(request("first"));
            Path first = site.scripts().resolve("first.started");
            Await.until("the first runs", () -> Files.exists(first));

            // Which one of them is refused is for the threads of the container to decide.
            List<CompletableFuture<Response>> others =
                    List.of(answer(site, "second"), answer(site, "third"));
            Await.until("one is refused", () -> others.stream().anyMatch(Future::isDone));
            for (String name : List.of("first", "second", "third")) {
                Files.createFile(site.scripts().resolve(name + ".go"));
            }

            assertThat(running.receive().text()).isEqualTo("ok");
            assertThat(others.stream().map(CompletableFuture::join))
                    .satisfiesOnlyOnce(response -> assertThat(response.text()).isEqualTo("ok"))
                    .satisfiesOnlyOnce(
                            response -> {
                                assertThat(response.status()).isEqualTo(503);
                                assertThat(response.header("Retry-After")).containsExactly("2");
                            });
        }
    }

    @Test
    @DisplayName("after queueTimeout: 503")
    void queueTimeout() throws Exception {
        try (Site site =
                        Site.start(
                                container, Map.of("maxProcesses", "1", "queueTimeout", "100ms"));
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
                        container,
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
        try (Site site = Site.start(container, Map.of("totalTimeout", "500ms"))) {
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

    private static CompletableFuture<Response> answer(Site site, String query) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return site.get("/cgi-bin/waits?" + query);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private static boolean getsOk(Site site) {
        try {
            return site.get("/cgi-bin/ok").text().equals("ok");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
