package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BestLauncherTest {

    @Test
    void isPosixSpawnWhereTheJvmHasForeignFunctions() {
        try (Launcher launcher = Launcher.best()) {
            assertThat(launcher.mechanism())
                    .isEqualTo(Mechanism.hasForeignFunctions() ? "posix_spawn" : "ProcessBuilder");
        }
    }

    @Test
    void saysOnceWhyItIsNotPosixSpawn() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm(
                        "",
                        denied(),
                        ProgramMain.class,
                        Mechanism.POSIX_SPAWN,
                        "echo works; printf .")) {
            assertThat(jvm.lines())
                    .contains("works", "launched by ProcessBuilder")
                    .filteredOn(line -> line.contains("instead of posix_spawn"))
                    .hasSize(1);
        }
    }

    /** The options that take native access away. */
    private static List<String> denied() {
        return Mechanism.hasForeignFunctions()
                ? List.of("--illegal-native-access=deny")
                : List.of();
    }
}
