package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NothingLeftTest extends LauncherSuite {

    private static final int RUNS = 1_000;
    private static final int AT_ONCE = 8;

    @Test
    void aThousandMixedRunsLeaveNothing() throws Exception {
        runAll(2 * Kind.values().length);
        launcher.close();
        Eventually.holds("the rehearsal is over", NothingLeftTest::noChildIsLeft);
        int descriptors = ProcFs.descriptorsOfThisJvm().size();

        launcher = mechanism.open();
        runAll(RUNS);
        launcher.close();

        Eventually.holds("no child is left", NothingLeftTest::noChildIsLeft);
        Eventually.holds(
                "no descriptor is left", () -> ProcFs.descriptorsOfThisJvm().size() <= descriptors);
        Eventually.holds("no thread is left", NothingLeftTest::noThreadIsLeft);
    }

    /** What a run does. */
    private enum Kind {
        HELLO,
        ECHO,
        ERRORS,
        KILLED,
        ABANDONED,
        IMPATIENT,
        NOT_FOUND
    }

    private void runAll(int count) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> runs =
                IntStream.range(0, count)
                        .<Future<?>>mapToObj(
                                i ->
                                        threads.submit(
                                                () -> {
                                                    run(Kind.values()[i % Kind.values().length]);
                                                    return null;
                                                }))
                        .toList();
        threads.shutdown();
        for (Future<?> run : runs) {
            run.get();
        }
    }

    private void run(Kind kind) throws IOException, InterruptedException {
        switch (kind) {
            case HELLO -> assertThat(outputOf(shell("echo hello"))).isEqualTo("hello\n");
            case ECHO -> echo();
            case ERRORS -> errors();
            case KILLED -> killed();
            case ABANDONED -> launcher.launch(shell("sleep 60")).close();
            case IMPATIENT -> impatient();
            case NOT_FOUND -> notFound();
            default -> throw new AssertionError(kind);
        }
    }

    private void echo() throws IOException {
        byte[] input = new byte[100_000];
        try (RunningProgram program = launcher.launch(shell("cat"))) {
            Feed.start(new ByteArrayInputStream(input), input.length, program, executor);
            assertThat(program.stdout().readAllBytes()).hasSize(input.length);
        }
    }

    private void errors() throws IOException, InterruptedException {
        try (RunningProgram program = launcher.launch(shell("echo no >&2; exit 1"))) {
            program.drainErrors((bytes, dropped) -> {}, executor);
            assertThat(text(program.stdout())).isEmpty();
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(1));
        }
    }

    private void killed() throws IOException, InterruptedException {
        try (RunningProgram program = launcher.launch(shell("echo up; sleep 60"))) {
            assertThat(line(program.stdout())).isEqualTo("up");
            program.terminate(LONG);
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Signalled(15));
        }
    }

    private void impatient() throws IOException {
        try (RunningProgram program = launcher.launch(shell("sleep 60"))) {
            program.stdout().timeout(Duration.ofMillis(1));
            program.stdout().read();
            throw new AssertionError("no timeout");
        } catch (ProgramTimeoutException e) {
            assertThat(e).hasMessageContaining("stdout");
        }
    }

    private void notFound() throws IOException {
        try {
            launcher.launch(Command.of(folder.resolve("none"))).close();
            throw new AssertionError("launched nothing");
        } catch (LaunchException e) {
            assertThat(e.failure()).isEqualTo(LaunchFailure.NOT_FOUND);
        }
    }

    private static boolean noChildIsLeft() {
        return ProcessHandle.current().children().findAny().isEmpty();
    }

    private static boolean noThreadIsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("gatehouse-"));
    }
}
