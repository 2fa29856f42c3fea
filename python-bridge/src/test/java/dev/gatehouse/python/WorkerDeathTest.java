package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker dies with a request in its hands. */
class WorkerDeathTest {

    private static PythonServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PythonServer.start("processes=2", "threads=2", "memoryLimit=1G");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/exits_at_once, ended with exit status 3; its last output: these are the last words",
        "/aborts, ended by signal 6 (SIGABRT); its last output: Fatal Python error: Aborted",
        "/segfaults, ended by signal 11 (SIGSEGV); its last output: Fatal Python error",
    })
    void isA502AndOneLineInTheLog(String path, String how) throws Exception {
        try (LogRecords log = new LogRecords()) {
            assertThat(server.get(path).statusCode()).isEqualTo(502);

            assertThat(log.await("failed on GET " + path))
                    .startsWith("SEVERE application \"site\" failed on GET " + path + ": worker ")
                    .contains("(pid ")
                    .contains(how);
            assertThat(log.with("ended ")).filteredOn(each -> !each.startsWith("FINE ")).hasSize(1);
        }
        fullStrength();
    }

    @Test
    void afterTheHeadersBreaksTheConnection() throws Exception {
        assertThatThrownBy(() -> server.get("/dies_in_the_middle")).isInstanceOf(IOException.class);
        fullStrength();
    }

    @Test
    void bySigkillIsA502() throws Exception {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return server.get("/sleeps?20").statusCode();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        try (LogRecords log = new LogRecords()) {
            // Which of the two has the request is not known from here.
            while (!status.isDone()) {
                server.pids().stream()
                        .map(ProcessHandle::of)
                        .forEach(process -> process.ifPresent(ProcessHandle::destroyForcibly));
                fullStrength();
            }
            assertThat(status.join()).isEqualTo(502);
            assertThat(log.await("failed on GET /sleeps:")).contains("ended by signal 9 (SIGKILL");
        }
    }

    @Test
    void ofAnIdleWorkerIsNoticedAndMended() throws Exception {
        try (LogRecords log = new LogRecords()) {
            long idle = server.pids().get(0);
            ProcessHandle.of(idle).orElseThrow().destroyForcibly();

            assertThat(log.await("(pid " + idle + ") ended by signal 9")).startsWith("WARNING");
            fullStrength();
            assertThat(server.pids()).doesNotContain(idle);
        }
    }

    @Test
    void ofMemoryUnderALimitIsA500AndNoDeath() throws Exception {
        List<Long> before = server.pids();

        try (LogRecords log = new LogRecords()) {
            assertThat(server.get("/allocates").statusCode()).isEqualTo(500);
            log.await("MemoryError");
        }
        assertThat(server.pids()).isEqualTo(before);
    }

    @Test
    void isNotWhatSystemExitDoes() throws Exception {
        List<Long> before = server.pids();

        try (LogRecords log = new LogRecords()) {
            assertThat(server.get("/exits").statusCode()).isEqualTo(500);
            log.await("SystemExit: 3");
        }
        assertThat(server.pids()).isEqualTo(before);
    }

    @BeforeEach
    void fullStrengthAtFirst() throws Exception {
        fullStrength();
    }

    private static void fullStrength() throws Exception {
        Await.until(
                "two workers answer",
                () -> {
                    if (server.pids().size() != 2) {
                        return false;
                    }
                    return server.text("/hello").startsWith("Hello");
                });
    }
}
