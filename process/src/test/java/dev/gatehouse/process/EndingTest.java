package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndingTest extends LauncherSuite {

    /** Three generations that ignore SIGTERM, each of which tells its pid. */
    private static final String STUBBORN =
            "trap '' TERM; sh -c 'sh -c \"echo \\$\\$; sleep 60\" & echo $$; wait' & echo $$; wait";

    @Test
    void aProgramMayEndByItselfWithinTheGrace() throws Exception {
        try (RunningProgram program =
                launcher.launch(
                        shell("trap 'exit 5' TERM; echo ready; while :; do sleep 0.01; done"))) {
            assertThat(line(program.stdout())).isEqualTo("ready");

            program.terminate(LONG);

            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(5));
        }
    }

    @Test
    void aStubbornProgramIsKilledWithItsGrandchildren() throws Exception {
        try (RunningProgram program = launcher.launch(shell(STUBBORN))) {
            long[] pids = pids(program, 3);

            program.terminate(Duration.ofMillis(100));

            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Signalled(9));
            assertGone(pids);
        }
    }

    @Test
    void killEndsTheGrandchildrenToo() throws Exception {
        try (RunningProgram program = launcher.launch(shell(STUBBORN))) {
            long[] pids = pids(program, 3);

            program.kill();

            assertGone(pids);
        }
    }

    @Test
    void closeEndsTheGrandchildrenToo() throws Exception {
        RunningProgram program = launcher.launch(shell(STUBBORN));
        long[] pids = pids(program, 3);

        program.close();

        assertGone(pids);
    }

    @Test
    void closeEndsProcessesOfTheSessionWhoseParentHasExited() throws Exception {
        RunningProgram program =
                launcher.launch(
                        shell("sh -c 'echo $$; exec sleep 60 >/dev/null 2>&1' & read -r go")
                                .inOwnSession());
        long[] pids = pids(program, 1);
        program.stdin().close();
        program.waitFor(LONG);

        program.close();

        assertGone(pids);
    }

    @Test
    void closeEndsABackgroundProcessThatHoldsTheOutput() throws Exception {
        RunningProgram program = launcher.launch(shell("sleep 60 & echo $!; read -r go"));
        long[] pids = pids(program, 1);
        program.stdin().close();
        program.waitFor(LONG);

        program.close();

        assertGone(pids);
    }

    @Test
    void closeEndsAReadThatWaits() throws Exception {
        RunningProgram program = launcher.launch(shell("echo ready; sleep 60"));
        line(program.stdout());
        CompletableFuture<Integer> read =
                CompletableFuture.supplyAsync(() -> readOrMinusTwo(program), executor);

        program.close();

        assertThat(read.get(10, TimeUnit.SECONDS)).isIn(-1, -2);
        assertThatThrownBy(() -> program.stdout().read())
                .isInstanceOf(IOException.class)
                .hasMessage("the stream is closed");
    }

    @Test
    void closeEndsAWriteThatWaits() throws Exception {
        RunningProgram program = launcher.launch(shell("sleep 60"));
        CompletableFuture<Void> write =
                CompletableFuture.runAsync(
                        () ->
                                assertThatThrownBy(
                                                () -> program.stdin().write(new byte[1024 * 1024]))
                                        .isInstanceOf(IOException.class),
                        executor);

        program.close();

        write.get(10, TimeUnit.SECONDS);
    }

    @Test
    void closeCanBeCalledTwice() throws Exception {
        RunningProgram program = launcher.launch(shell("exit 0"));
        program.close();
        program.close();

        assertThat(program.waitFor(LONG)).isPresent();
    }

    private static int readOrMinusTwo(RunningProgram program) {
        try {
            return program.stdout().read();
        } catch (IOException e) {
            return -2;
        }
    }

    private static long[] pids(RunningProgram program, int count) throws IOException {
        long[] pids = new long[count];
        for (int i = 0; i < count; i++) {
            pids[i] = Long.parseLong(line(program.stdout()));
        }
        return pids;
    }

    private static void assertGone(long[] pids) {
        for (long pid : pids) {
            Eventually.holds("process " + pid + " is gone", () -> !ProcFs.isRunning(pid));
        }
    }
}
