package dev.gatehouse.python.daemon;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one pool: a clock, and as many as there is blocking work to do.
 *
 * @param clock runs what is due; nothing that blocks
 * @param tasks runs what blocks
 */
record PoolThreads(ScheduledThreadPoolExecutor clock, ExecutorService tasks)
        implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;

    static PoolThreads of(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory =
                task -> {
                    String threadName = "gatehouse-python-" + name + "-" + number.incrementAndGet();
                    Thread thread = new Thread(task, threadName);
                    thread.setDaemon(true);
                    return thread;
                };
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, factory);
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new PoolThreads(
                clock,
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        factory));
    }

    /** Runs something that blocks, unless the pool is closed and everything ends in any case. */
    void run(Runnable task) {
        try {
            tasks.execute(task);
        } catch (RejectedExecutionException e) {
            // See above.
        }
    }

    /** Ends all threads and waits for them. */
    @Override
    public void close() {
        clock.shutdownNow();
        tasks.shutdownNow();
        try {
            boolean ended =
                    clock.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)
                            && tasks.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!ended) {
                System.getLogger("dev.gatehouse.python")
                        .log(System.Logger.Level.WARNING, "threads of the pool do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
