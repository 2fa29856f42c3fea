package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnJvmTest extends LauncherSuite {

    private static final List<String> NATIVE_ACCESS =
            Mechanism.hasForeignFunctions()
                    ? List.of("--enable-native-access=ALL-UNNAMED")
                    : List.of();

    private static final String TWO_SLEEPERS = "sleep 60 & echo $!; echo $$; printf .; wait";

    @Test
    void programsEndWhenTheJvmReturnsFromMain() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm("", NATIVE_ACCESS, ProgramMain.class, mechanism, TWO_SLEEPERS)) {
            List<String> pids = pids(jvm.lines());

            jvm.endInput();

            assertGone(pids);
        }
    }

    @Test
    void programsEndWhenTheJvmGetsSigterm() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm("", NATIVE_ACCESS, ProgramMain.class, mechanism, TWO_SLEEPERS)) {
            List<String> pids = pids(jvm.lines());

            jvm.terminate();

            assertGone(pids);
        }
    }

    @Test
    void aDescriptorThatTheJvmInheritedStopsThere() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm(
                        "exec 7</dev/null; ",
                        NATIVE_ACCESS,
                        ProgramMain.class,
                        mechanism,
                        "ls /proc/$$/fd; printf .")) {
            assertThat(jvm.lines()).startsWith("0", "1", "2").hasSize(4);
        }
    }

    @Test
    void aJvmWithoutStandardStreamsCanLaunch() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm(
                        "exec <&-; ",
                        NATIVE_ACCESS,
                        ProgramMain.class,
                        mechanism,
                        "echo works; printf .")) {
            assertThat(jvm.lines()).contains("works");
        }
    }

    @Test
    void aJvmWithoutFreeDescriptorsStillLearnsHowAProgramEnds() throws Exception {
        try (OwnJvm jvm =
                new OwnJvm(
                        "ulimit -n 256; ",
                        NATIVE_ACCESS,
                        NoDescriptorsMain.class,
                        mechanism,
                        "read -r line; exit 4")) {
            assertThat(jvm.lines()).contains("NO_RESOURCES", "exit status 4");
        }
    }

    private static List<String> pids(List<String> lines) {
        List<String> pids = lines.stream().filter(line -> line.matches("\\d+")).toList();
        assertThat(pids).hasSize(2);
        return pids;
    }

    private static void assertGone(List<String> pids) {
        for (String pid : pids) {
            Eventually.holds(
                    "process " + pid + " is gone", () -> !ProcFs.isRunning(Long.parseLong(pid)));
        }
    }
}
