package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After undeployment there is no process, thread, descriptor or file left. */
class NothingLeftTest {

    private final String before = System.getProperty("java.io.tmpdir");

    @TempDir Path folder;

    @BeforeEach
    void useAFolderOfOnesOwn() {
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    @AfterEach
    void useTheCommonFolder() {
        System.setProperty("java.io.tmpdir", before);
    }

    @Test
    void afterUndeployment() throws Exception {
        useAndClose();
        List<String> threads = threads();
        long descriptors = descriptors();

        for (int i = 0; i < 3; i++) {
            useAndClose();
        }

        assertThat(PythonServer.workers()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        Await.until("threads have ended: " + threads, () -> threads.containsAll(threads()));
        Await.until("descriptors are closed", () -> descriptors() <= descriptors + 3);
    }

    private void useAndClose() throws Exception {
        try (PythonServer server = PythonServer.start("processes=2", "threads=3")) {
            server.text("/hello");
            assertThat(folder).isNotEmptyDirectory();
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

    private static long descriptors() throws Exception {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.count();
        }
    }
}
