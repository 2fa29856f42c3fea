package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After undeployment there is no process, thread, descriptor or file left. */
class NothingLeftTest {

    @Test
    void afterUndeployment() throws Exception {
        useAndClose();
        List<String> threads = threads();
        List<String> files = files();
        long descriptors = descriptors();

        for (int i = 0; i < 3; i++) {
            useAndClose();
        }

        assertThat(PythonServer.workers()).isEmpty();
        assertThat(files).containsAll(files());
        Await.until("threads have ended: " + threads, () -> threads.containsAll(threads()));
        Await.until("descriptors are closed", () -> descriptors() <= descriptors + 3);
    }

    private static void useAndClose() throws Exception {
        try (PythonServer server = PythonServer.start("processes=2", "threads=3")) {
            server.text("/hello");
            server.get("/fails");
            server.get("/exits_at_once");
            server.text("/big?10");
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gatehouse"))
                .toList();
    }

    private static List<String> files() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(Path::toString)
                    .filter(name -> name.matches(".*/gatehouse-[0-9]+"))
                    .sorted()
                    .toList();
        }
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.count();
        }
    }
}
