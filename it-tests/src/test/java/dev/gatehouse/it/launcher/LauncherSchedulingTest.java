package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.support.Await;
import dev.gatehouse.it.support.Scheduling;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherSchedulingTest {

    @TempDir private Path folder;

    @Test
    void doesNotInterruptWhoComputes() throws Exception {
        try (Launcher launcher = Launcher.app(folder, "EnvironText")) {
            Await.until(
                    "all threads are under " + Scheduling.BATCH,
                    () -> Scheduling.of(launcher.pid()).equals(Set.of(Scheduling.BATCH)));
        }
    }

    @Test
    void leavesThatToTheSystemWhereItIsTold() throws Exception {
        try (Launcher launcher = Launcher.app(folder, "EnvironText", "--no-batch-scheduling")) {
            launcher.get("/");

            assertThat(Scheduling.of(launcher.pid())).containsExactly(Scheduling.OTHER);
        }
    }
}
