package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HelloFromPythonTest {

    @Test
    void aWorkerProcessAnswers() throws Exception {
        try (PythonServer server = PythonServer.start()) {
            HttpResponse<String> response = server.get("/hello");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("Hello from Python\n");
            assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
            assertThat(response.headers().firstValue("Content-Length")).contains("18");
            assertThat(server.text("/pid")).isEqualTo(server.pids().get(0).toString());
        }
    }
}
