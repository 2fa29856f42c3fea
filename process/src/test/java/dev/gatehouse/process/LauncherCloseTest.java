package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LauncherCloseTest extends LauncherSuite {

    @Test
    void programsEndWithTheirLauncher() throws Exception {
        RunningProgram polite = launcher.launch(shell("echo ready; sleep 60"));
        RunningProgram stubborn =
                launcher.launch(shell("trap '' TERM; echo ready; while :; do sleep 1; done"));
        line(polite.stdout());
        line(stubborn.stdout());

        launcher.close();

        assertThat(ProcFs.isRunning(polite.pid())).isFalse();
        assertThat(ProcFs.isRunning(stubborn.pid())).isFalse();
        assertThat(polite.exitStatus()).contains(new ExitStatus.Signalled(15));
        assertThat(stubborn.exitStatus()).contains(new ExitStatus.Signalled(9));
    }

    @Test
    void anInterruptedThreadWaitsAsLong() throws Exception {
        RunningProgram program =
                launcher.launch(
                        shell(
                                "trap 'sleep 0.3; exit 7' TERM; echo ready;"
                                        + " while :; do sleep 0.01; done"));
        line(program.stdout());

        Thread.currentThread().interrupt();
        launcher.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(program.exitStatus()).contains(new ExitStatus.Exited(7));
    }

    @Test
    void aClosedLauncherStartsNothing() {
        launcher.close();
        launcher.close();

        assertThatThrownBy(() -> launcher.launch(shell(":")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the launcher is closed");
    }

    @Test
    void noThreadIsLeft() throws Exception {
        assertThat(outputOf(shell("echo hello"))).isEqualTo("hello\n");

        launcher.close();

        Eventually.holds("no thread is left", () -> ourThreads().isEmpty());
    }

    @Test
    void theClassLoaderOfAClosedLauncherIsCollected() throws Exception {
        startThreadsOfTheJdk();

        WeakReference<ClassLoader> loader = useInLoaderOfItsOwn();

        Eventually.holds(
                "the class loader is collected",
                () -> {
                    System.gc();
                    return loader.get() == null;
                });
    }

    private WeakReference<ClassLoader> useInLoaderOfItsOwn() throws Exception {
        URL classes = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
        URL tests = LauncherCloseTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {classes, tests}, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(ProgramMain.class.getName())
                    .getMethod("runOneProgram", String.class)
                    .invoke(null, mechanism.name());
            return new WeakReference<>(loader);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    // The threads on which JDK 17 waits for processes hold, until they have been idle for a minute,
    // the classes that were on the stack when they were started.
    private static void startThreadsOfTheJdk() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(new ProcessBuilder("/bin/cat").start());
        }
        for (Process process : processes) {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gatehouse-"))
                .collect(Collectors.toSet());
    }
}
