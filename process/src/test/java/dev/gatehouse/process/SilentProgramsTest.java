package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On Java 22 and newer the build runs this with two carrier threads. */
class SilentProgramsTest extends LauncherSuite {

    private static final int SILENT = 50;

    @Test
    void fiftySilentProgramsDoNotHoldUpOthers() throws Exception {
        ExecutorService threads = cheapThreads();
        List<RunningProgram> silent = new ArrayList<>();
        List<Future<Integer>> reads = new ArrayList<>();
        for (int i = 0; i < SILENT; i++) {
            RunningProgram program = launcher.launch(shell("sleep 60"));
            silent.add(program);
            reads.add(threads.submit(() -> readOrMinusTwo(program)));
        }

        Future<String> other = threads.submit(() -> outputOf(shell("echo hello")));

        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("hello\n");
        assertThat(reads).noneMatch(Future::isDone);

        silent.forEach(RunningProgram::close);
        for (Future<Integer> read : reads) {
            assertThat(read.get(10, TimeUnit.SECONDS)).isNegative();
        }
        threads.shutdown();
    }

    private static int readOrMinusTwo(RunningProgram program) {
        try {
            return program.stdout().read();
        } catch (IOException e) {
            return -2;
        }
    }

    private static ExecutorService cheapThreads() throws ReflectiveOperationException {
        return Mechanism.hasForeignFunctions()
                ? (ExecutorService)
                        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
                : Executors.newCachedThreadPool();
    }
}
