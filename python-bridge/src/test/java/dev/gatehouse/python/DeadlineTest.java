package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that takes too long. */
class DeadlineTest {

    /** Long enough for a busy machine to reach what a test is about. */
    private static final String LIMIT = "2s";

    @TempDir Path folder;

    @Test
    void isA504AndItsStackIsInTheLog() throws Exception {
        try (PythonServer server =
                        PythonServer.start("requestTimeout=" + LIMIT, "interruptTimeout=1s");
                LogRecords log = new LogRecords()) {
            List<Long> before = server.pids();

            assertThat(server.get("/loops").statusCode()).isEqualTo(504);

            assertThat(log.await("GET /loops took longer than the requestTimeout"))
                    .startsWith("WARNING");
            assertThat(log.await("in loops")).contains("most recent call last");
            assertThat(log.await("failed on GET /loops"))
                    .contains("gave no answer within the requestTimeout of 2000 ms");
            assertThat(server.text("/hello")).startsWith("Hello");
            isReplaced(server, before);
        }
    }

    @Test
    void isEndedIfItIgnoresItsInterrupt() throws Exception {
        try (PythonServer server =
                PythonServer.start("requestTimeout=" + LIMIT, "interruptTimeout=300ms")) {
            List<Long> before = server.pids();

            assertThat(server.get("/loops_and_catches").statusCode()).isEqualTo(504);

            isReplaced(server, before);
        }
    }

    @Test
    void leavesTheOthersInItsProcessAlone() throws Exception {
        try (PythonServer server =
                PythonServer.start("requestTimeout=4s", "interruptTimeout=1s", "threads=2")) {
            List<Long> before = server.pids();
            Path half = folder.resolve("half");
            Path late = folder.resolve("late");
            CompletableFuture<HttpResponse<String>> slow =
                    later(server, "/marks_after_two_seconds_and_sleeps?" + half);
            Await.until("half of the time is over", () -> Files.exists(half));
            CompletableFuture<HttpResponse<String>> other = later(server, "/waits?" + late);

            assertThat(slow.get().statusCode()).isEqualTo(504);
            Files.createFile(late);
            assertThat(other.get().statusCode()).isEqualTo(200);
            isReplaced(server, before);
        }
    }

    @Test
    void isEndedWithItsStackWhenItHoldsTheInterpreterLock() throws Exception {
        try (PythonServer server =
                        PythonServer.start("deadlockTimeout=1s", "requestTimeout=0", "threads=2");
                LogRecords log = new LogRecords()) {
            List<Long> before = server.pids();

            assertThat(server.get("/holds_the_lock").statusCode()).isEqualTo(504);

            assertThat(log.await("its interpreter lock was held")).startsWith("WARNING");
            assertThat(log.await("was stuck here")).contains("in holds_the_lock");
            assertThat(server.text("/hello")).startsWith("Hello");
            isReplaced(server, before);
        }
    }

    @Test
    void isA504AlsoWhenItHoldsTheInterpreterLock() throws Exception {
        try (PythonServer server =
                        PythonServer.start("requestTimeout=" + LIMIT, "interruptTimeout=300ms");
                LogRecords log = new LogRecords()) {
            assertThat(server.get("/holds_the_lock").statusCode()).isEqualTo(504);

            assertThat(log.await("was stuck here")).contains("in holds_the_lock");
            assertThat(server.text("/hello")).startsWith("Hello");
        }
    }

    private static CompletableFuture<HttpResponse<String>> later(
            PythonServer server, String target) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return server.get(target);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void isReplaced(PythonServer server, List<Long> before) throws Exception {
        Await.until(
                "the process is replaced",
                () ->
                        !server.pids().isEmpty()
                                && server.pids().stream().noneMatch(before::contains));
    }
}
