package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Load;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Workers are killed while requests come in. */
class KillUnderLoadTest {

    private static final int SECONDS = Integer.getInteger("gatehouse.killSeconds", 20);

    @Test
    void onlyRequestsInDeadWorkersFailAndFailClean() throws Exception {
        Random random = new Random(7);
        int kills = SECONDS * 2;
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.start("processes=3", "threads=2");
                Load load = Load.start(server, 6, "/hello", "Hello from Python\n")) {
            for (int i = 0; i < kills; i++) {
                load.during(500);
                List<Long> pids = server.pids();
                if (!pids.isEmpty()) {
                    long victim = pids.get(random.nextInt(pids.size()));
                    ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            Map<String, Integer> outcomes = load.outcomes();

            assertThat(outcomes.keySet()).isSubsetOf("200", "502", "503");
            assertThat(outcomes.get("200")).isGreaterThan(100 * SECONDS / 10);
            // A dead worker had at most two requests in hand.
            assertThat(outcomes.getOrDefault("502", 0)).isLessThanOrEqualTo(2 * kills);
            assertThat(outcomes.getOrDefault("503", 0)).isZero();
            Await.until("full strength", () -> server.pids().size() == 3);
            assertThat(log.with("Exception")).isEmpty();
        }
    }
}
