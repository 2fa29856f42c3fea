package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessStartTest {

    /** More than threads of the JDK that are idle from other tests. */
    private static final int MANY = 32;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void keepsTheContextClassLoaderFromTheThreadsOfTheJdk() throws Exception {
        try (URLClassLoader own = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(own);
            for (int i = 0; i < MANY; i++) {
                processes.add(ProcessStart.of(new ProcessBuilder("/bin/cat")));
            }

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getContextClassLoader() == own)
                    .containsExactly(Thread.currentThread());
        }
    }
}
