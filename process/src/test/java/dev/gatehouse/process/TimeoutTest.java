package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeoutTest extends LauncherSuite {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void aReadFromASilentProgramEndsInTime() throws IOException {
        try (RunningProgram program = launcher.launch(shell("sleep 60"))) {
            program.stdout().timeout(SHORT);

            assertThatThrownBy(() -> program.stdout().read())
                    .isInstanceOf(ProgramTimeoutException.class)
                    .hasMessage("nothing moved on stdout for 50 ms");
            assertThat(program.exitStatus()).isEmpty();
        }
    }

    @Test
    void nothingIsLostByATimeout() throws IOException {
        try (RunningProgram program = launcher.launch(shell("read -r line; echo $line"))) {
            program.stdout().timeout(SHORT);
            assertThatThrownBy(() -> program.stdout().read())
                    .isInstanceOf(ProgramTimeoutException.class);

            program.stdin().write("late\n".getBytes("US-ASCII"));

            program.stdout().timeout(LONG);
            assertThat(text(program.stdout())).isEqualTo("late\n");
        }
    }

    @Test
    void aWriteToAProgramThatDoesNotReadEndsInTime() throws IOException {
        try (RunningProgram program = launcher.launch(shell("sleep 60"))) {
            program.stdin().timeout(SHORT);

            assertThatThrownBy(() -> program.stdin().write(new byte[1024 * 1024]))
                    .isInstanceOf(ProgramTimeoutException.class)
                    .hasMessage("nothing moved on stdin for 50 ms");
        }
    }

    @Test
    void anInterruptEndsARead() throws IOException {
        try (RunningProgram program = launcher.launch(shell("sleep 60"))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> program.stdout().read())
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(ProgramTimeoutException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
