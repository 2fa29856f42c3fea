package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** More requests than threads. */
class QueueTest {

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
            List<CompletableFuture<HttpResponse<String>>> all = requests(server, 4, "/sleeps?2");

            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> each : all) {
                HttpResponse<String> response = each.get();
                statuses.add(response.statusCode());
                if (response.statusCode() == 503) {
                    assertThat(response.headers().firstValue("Retry-After")).contains("1");
                }
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 503, 503);
        }
    }

    @Test
    void hasATimeout() throws Exception {
        try (PythonServer server = PythonServer.start("threads=1", "queueTimeout=100ms")) {
            List<CompletableFuture<HttpResponse<String>>> all = requests(server, 2, "/sleeps?2");

            assertThat(all.get(0).get().statusCode() + all.get(1).get().statusCode())
                    .isEqualTo(200 + 503);
        }
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
