package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than threads. */
class QueueTest {

    @TempDir Path folder;

    @Test
    void waitsUntilAThreadIsFree() throws Exception {
        try (PythonServer server = PythonServer.start("threads=1")) {
            List<CompletableFuture<HttpResponse<String>>> all = requests(server, 3, "/sleeps?0.2");

            for (CompletableFuture<HttpResponse<String>> each : all) {
                assertThat(each.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void isBounded() throws Exception {
        try (PythonServer server = PythonServer.start("threads=1", "listenBacklog=1")) {
            Path marker = folder.resolve("marker");
            List<CompletableFuture<HttpResponse<String>>> all =
                    requests(server, 4, "/waits?" + marker);

            Await.until("two are refused", () -> done(all).size() == 2);
            for (CompletableFuture<HttpResponse<String>> refused : done(all)) {
                assertThat(refused.get().statusCode()).isEqualTo(503);
                assertThat(refused.get().headers().firstValue("Retry-After")).contains("1");
                all.remove(refused);
            }
            Files.createFile(marker);
            for (CompletableFuture<HttpResponse<String>> served : all) {
                assertThat(served.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void hasATimeout() throws Exception {
        try (PythonServer server = PythonServer.start("threads=1", "queueTimeout=100ms")) {
            Path marker = folder.resolve("marker");
            List<CompletableFuture<HttpResponse<String>>> all =
                    requests(server, 2, "/waits?" + marker);

            Await.until("one is refused", () -> done(all).size() == 1);
            assertThat(done(all).get(0).get().statusCode()).isEqualTo(503);
            all.removeAll(done(all));
            Files.createFile(marker);
            assertThat(all.get(0).get().statusCode()).isEqualTo(200);
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> done(
            List<CompletableFuture<HttpResponse<String>>> all) {
        return all.stream().filter(CompletableFuture::isDone).toList();
    }

    private static List<CompletableFuture<HttpResponse<String>>> requests(
            PythonServer server, int count, String target) {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
            all.add(answer);
            new Thread(
                            () -> {
                                try {
                                    answer.complete(server.get(target));
                                } catch (Exception e) {
                                    answer.completeExceptionally(e);
                                }
                            })
                    .start();
        }
        return all;
    }
}
