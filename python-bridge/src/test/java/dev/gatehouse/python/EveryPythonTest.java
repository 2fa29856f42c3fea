package dev.gatehouse.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Interpreters;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workers do their work on every CPython that can be found. */
class EveryPythonTest {

    @BeforeAll
    static void findPython() throws Exception {
        Interpreters.require();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.python.support.Interpreters#all")
    void runsWorkers(String python) throws Exception {
        byte[] body = "0123456789abcdef".repeat(20_000).getBytes(UTF_8);
        try (LogRecords log = new LogRecords();
                PythonServer server =
                        PythonServer.start(
                                "python=" + python, "requestTimeout=3s", "interruptTimeout=3s")) {
            assertThat(server.text("/process_json")).contains("\"executable\": \"" + python + "\"");
            assertThat(server.post("/echo", BodyPublishers.ofByteArray(body)).body())
                    .isEqualTo(body);
            assertThat(server.text("/sends_a_file?100000")).hasSize(100_000);
            assertThat(server.text("/forks")).isEqualTo("the parent answers");
            log.await("a forked child went on with the request");
            assertThat(server.get("/fails").statusCode()).isEqualTo(500);
            log.await("ValueError: nothing works");
            server.text("/prints");
            log.await("from a thread");

            List<Long> before = server.pids();
            assertThat(server.get("/loops").statusCode()).isEqualTo(504);
            log.await("in loops");
            Await.until(
                    "another process", () -> server.pids().stream().noneMatch(before::contains));
            assertThat(server.get("/segfaults").statusCode()).isEqualTo(502);
            assertThat(server.text("/hello")).startsWith("Hello");
        }
    }
}
