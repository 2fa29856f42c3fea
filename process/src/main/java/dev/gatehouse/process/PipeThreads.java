package dev.gatehouse.process;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Platform threads that block in reads and writes of {@link Process} streams. */
final class PipeThreads {

    private static final long SMALL_STACK = 256 * 1024;
    private static final int SECONDS_TO_END = 2;

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

    /** Ends threads that have nothing left to read or write, and waits for them for a while. */
    static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
