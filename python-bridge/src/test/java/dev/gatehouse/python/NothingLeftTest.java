package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> descriptors = descriptors();

        for (int i = 0; i < 10; i++) {
            useAndClose();
        }

        assertThat(PythonServer.workers()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        Await.until("threads have ended: " + threads, () -> threads.containsAll(threads()));
        Await.until(
                "descriptors are closed; there were " + descriptors,
                () -> descriptors().size() <= descriptors.size() + 3);
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

    private static List<String> descriptors() throws Exception {
        List<String> targets = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            for (Path each : all.toList()) {
                try {
                    targets.add(Files.readSymbolicLink(each).toString());
                } catch (NoSuchFileException e) {
                    // Closed in the meantime.
                }
            }
        }
        return targets;
    }
}
