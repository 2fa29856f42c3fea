package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExitStatusTest extends LauncherSuite {

    @Test
    void anExitCodeIsReported() throws Exception {
        try (RunningProgram program = launcher.launch(shell("exit 3"))) {
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(3));
            assertThat(program.exitStatus()).contains(new ExitStatus.Exited(3));
        }
    }

    @Test
    void aSignalIsReported() throws Exception {
        try (RunningProgram program = launcher.launch(shell("kill -SEGV $$"))) {
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Signalled(11));
        }
    }

    @Test
    void aProgramThatRunsHasNoStatus() throws Exception {
        try (RunningProgram program = launcher.launch(shell("read -r line; exit 0"))) {
            assertThat(program.exitStatus()).isEmpty();
            assertThat(program.waitFor(Duration.ofMillis(20))).isEmpty();

            program.stdin().write('\n');

            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(0));
        }
    }

    @Test
    void theExitIsAnnounced() throws Exception {
        try (RunningProgram program = launcher.launch(shell("read -r line; exit 7"))) {
            var exit = program.onExit();
            assertThat(exit).isNotDone();

            program.stdin().close();

            assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Exited(7));
        }
    }

    @Test
    void theStatusIsKnownAfterClose() throws Exception {
        RunningProgram program = launcher.launch(shell("sleep 60"));
        program.close();

        assertThat(program.waitFor(LONG)).contains(new ExitStatus.Signalled(9));
    }
}
