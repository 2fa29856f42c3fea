package dev.gatehouse.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Platform threads that block in reads and writes of {@link Process} streams. */
final class PipeThreads {

    private static final long SMALL_STACK = 256 * 1024;

    private PipeThreads() {}

    /** As many threads as there are reads and writes that wait; idle ones end after a minute. */
    static ExecutorService create() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(
                task -> {
                    Thread thread =
                            new Thread(
                                    null,
                                    task,
                                    "gatehouse-pipe-" + number.incrementAndGet(),
                                    SMALL_STACK,
                                    false);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
