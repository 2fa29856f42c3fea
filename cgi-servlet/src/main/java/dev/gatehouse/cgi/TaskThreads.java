package dev.gatehouse.cgi;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of what goes on beside a request. */
final class TaskThreads {

    /** Since then a virtual thread that waits in {@code synchronized} holds no carrier. */
    private static final int VIRTUAL_SINCE = 24;

    private TaskThreads() {}

    /** Virtual threads where they are good for this, else as many daemon threads as needed. */
    static ExecutorService create() {
        if (Runtime.version().feature() >= VIRTUAL_SINCE) {
            try {
                return (ExecutorService)
                        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            } catch (NoSuchMethodException | IllegalAccessException e) {
                throw new LinkageError("Java " + Runtime.version() + " has no virtual threads", e);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(
                task -> {
                    Thread thread = new Thread(task, "gatehouse-cgi-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
