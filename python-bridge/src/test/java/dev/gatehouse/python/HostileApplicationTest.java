package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Applications that do what a server does not expect. */
class HostileApplicationTest {

    private static PythonServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PythonServer.start("threads=2");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void theChildOfAForkDoesNotAnswerForItsParent() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(server.text("/forks")).isEqualTo("the parent answers");
        }
    }

    @Test
    void aForkOfAForkHasNoSocketOfTheWorker() throws Exception {
        try (PythonServer server = PythonServer.start()) {
            assertThat(server.text("/sockets_of_a_grandchild")).isEqualTo("[]");
        }
    }

    @Test
    void aChildThatOutlivesItsWorkerEndsWithThePool() throws Exception {
        long child;
        try (PythonServer own = PythonServer.start()) {
            child = Long.parseLong(own.text("/leaves_a_child"));
            assertThat(ProcessHandle.of(child)).isPresent();
        }
        Await.until("the child is gone", () -> ProcessHandle.of(child).isEmpty());
    }

    @Test
    void aChildThatOutlivesItsWorkerEndsWithIt() throws Exception {
        try (PythonServer own = PythonServer.start()) {
            long child = Long.parseLong(own.text("/leaves_a_child"));
            ProcessHandle worker =
                    ProcessHandle.of(child).flatMap(ProcessHandle::parent).orElseThrow();

            worker.destroyForcibly();

            Await.until("the child is gone", () -> ProcessHandle.of(child).isEmpty());
            assertThat(own.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void closingDescriptors1And2ChangesNothing() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer own = PythonServer.start()) {
            assertThat(own.text("/closes_descriptors")).startsWith("Hello");
            log.await("INFO [site] still heard");
            assertThat(own.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void closingAllDescriptorsIsMended() throws Exception {
        try (PythonServer own = PythonServer.start()) {
            HttpResponse<String> response = own.get("/closes_everything");

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(own.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void responseHeadersOverTheLimitAreA500() throws Exception {
        assertThat(server.get("/many_headers?3").headers().map()).containsKey("x-2");

        try (LogRecords log = new LogRecords()) {
            assertThat(server.get("/many_headers?100").statusCode()).isEqualTo(500);
            log.await("headerBufferSize is 32768");
        }
    }

    @Test
    void anErrorIsA500WithoutATraceToTheClient() throws Exception {
        try (LogRecords log = new LogRecords()) {
            HttpResponse<String> response = server.get("/fails");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("500 Internal Server Error\n");
            assertThat(log.with("Traceback (most recent call last)"))
                    .singleElement()
                    .asString()
                    .startsWith("SEVERE [site] GET /fails: the application failed\n")
                    .endsWith("ValueError: nothing works\nhere");
        }
    }
}
