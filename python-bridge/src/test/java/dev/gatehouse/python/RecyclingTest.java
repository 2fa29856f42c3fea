package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Load;
import dev.gatehouse.python.support.PythonServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Processes that have served their time are replaced, and no request is lost. */
class RecyclingTest {

    @Test
    void afterManyRequestsUnderLoad() throws Exception {
        underLoad("maximumRequests=50");
    }

    @Test
    void afterSomeTimeUnderLoad() throws Exception {
        underLoad("restartInterval=1s");
    }

    @Test
    void whenIdle() throws Exception {
        try (PythonServer server = PythonServer.start("inactivityTimeout=300ms")) {
            server.text("/hello");
            List<Long> before = server.pids();

            Await.until("a fresh process", () -> isOther(server, before));
        }
    }

    @Test
    void whenTheyHaveGrown() throws Exception {
        try (PythonServer server = PythonServer.start("maximumMemory=100M")) {
            List<Long> before = server.pids();
            server.text("/hello");
            server.text("/grows");
            server.text("/grows");

            Await.until("a smaller process", () -> isOther(server, before));
        }
    }

    private static void underLoad(String setting) throws Exception {
        try (PythonServer server = PythonServer.start("processes=2", "threads=2", setting);
                Load load = Load.start(server, 4, "/hello", "Hello from Python\n")) {
            Set<Long> seen = new HashSet<>();
            Await.until(
                    "eight processes in turn",
                    () -> {
                        seen.addAll(server.pids());
                        return seen.size() >= 8;
                    });
            Map<String, Integer> outcomes = load.outcomes();

            assertThat(outcomes.keySet()).containsExactly("200");
        }
    }

    private static boolean isOther(PythonServer server, List<Long> before) {
        List<Long> now = server.pids();
        return !now.isEmpty() && now.stream().noneMatch(before::contains);
    }
}
