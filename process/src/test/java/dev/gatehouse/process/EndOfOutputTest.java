package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndOfOutputTest extends LauncherSuite {

    @Test
    void aBackgroundProcessDoesNotHoldTheOutputOpenForEver() throws IOException {
        try (RunningProgram program =
                launcher.launch(shell("sleep 15 & echo done").withoutInput())) {
            Deadline deadline = Deadline.after(Duration.ofSeconds(8));

            assertThat(text(program.stdout())).isEqualTo("done\n");
            assertThat(deadline.passed()).isFalse();
        }
    }

    @Test
    void whatABackgroundProcessWritesSoonIsRead() throws IOException {
        try (RunningProgram program =
                launcher.launch(shell("(sleep 0.3; echo late) & echo early").withoutInput())) {
            // Process closes the pipe at the exit, if nobody happens to wait in a read.
            String lateOrLost = mechanism == Mechanism.POSIX_SPAWN ? "late\n" : "(late\n)?";
            assertThat(text(program.stdout())).matches("early\n" + lateOrLost);
        }
    }

    @Test
    void outputThatIsReadLateIsComplete() throws Exception {
        try (RunningProgram program =
                launcher.launch(shell("head -c 60000 /dev/zero").withoutInput())) {
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(0));

            assertThat(program.stdout().readAllBytes()).hasSize(60_000);
        }
    }

    @Test
    void whatIsThereCanBeAsked() throws IOException {
        try (RunningProgram program = launcher.launch(shell("echo hello; read -r line"))) {
            assertThat(program.stdout().read()).isEqualTo('h');

            assertThat(program.stdout().available()).isEqualTo(5);
        }
    }
}
