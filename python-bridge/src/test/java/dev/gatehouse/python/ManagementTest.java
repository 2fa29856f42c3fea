package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** A pool can be looked at and reloaded through JMX. */
class ManagementTest {

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();

    @Test
    void showsAndReloadsAPool() throws Exception {
        ObjectName name =
                new ObjectName("dev.gatehouse:type=PythonPool,context=\"\",name=\"site\"");
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.start("processes=2", "threads=3")) {
            server.text("/hello");
            List<Long> before = server.pids();

            assertThat(jmx.getAttribute(name, "Processes")).isEqualTo(2);
            assertThat(jmx.getAttribute(name, "Threads")).isEqualTo(3);
            assertThat(jmx.getAttribute(name, "WaitingRequests")).isEqualTo(0);
            assertThat(jmx.getAttribute(name, "Requests")).isEqualTo(1L);
            assertThat((String[]) jmx.getAttribute(name, "Workers"))
                    .hasSize(2)
                    .allSatisfy(worker -> assertThat(worker).contains("SERVING"));

            jmx.invoke(name, "dumpStacks", new Object[0], new String[0]);
            log.await("MainThread");
            jmx.invoke(name, "reload", new Object[0], new String[0]);
            Await.until(
                    "new processes",
                    () ->
                            server.pids().size() == 2
                                    && server.pids().stream().noneMatch(before::contains));
        }
        assertThat(jmx.isRegistered(name)).isFalse();
    }

    @Test
    void countsOnWhenWorkersAreReplaced() throws Exception {
        ObjectName name =
                new ObjectName("dev.gatehouse:type=PythonPool,context=\"\",name=\"site\"");
        try (PythonServer server = PythonServer.start("requestTimeout=2s", "interruptTimeout=1s")) {
            assertThat((long) jmx.getAttribute(name, "ResidentMemory")).isGreaterThan(1L << 20);
            server.text("/hello");
            assertThat(server.get("/exits_at_once").statusCode()).isEqualTo(502);
            Await.until("another worker", () -> server.pids().size() == 1);
            assertThat(server.get("/sleeps?600").statusCode()).isEqualTo(504);

            Await.until("it is counted", () -> jmx.getAttribute(name, "Deaths").equals(1L));
            Await.until("it is counted", () -> jmx.getAttribute(name, "Timeouts").equals(1L));
            assertThat(jmx.getAttribute(name, "Requests")).isEqualTo(3L);
        }
    }
}
