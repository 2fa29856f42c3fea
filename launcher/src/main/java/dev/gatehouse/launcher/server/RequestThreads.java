package dev.gatehouse.launcher.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * The threads that requests run on; knows how many requests there are, waiting ones included.
 *
 * <p>A connection that waits for its next request has no thread and does not count.
 */
final class RequestThreads implements Executor, AutoCloseable {

    private static final String NAME = "request-";
    private static final int SPARE = 10;
    private static final long IDLE_SECONDS = 60;

    private final ExecutorService threads;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

    /** Requests on the threads of an executor, which is closed with this. */
    RequestThreads(ExecutorService threads) {
        this.threads = threads;
    }

    /** One virtual thread per request; Java 21 or newer. */
    static RequestThreads virtual() {
        return new RequestThreads(new VirtualThreadExecutor(NAME));
    }

    /** A pool of platform threads. */
    static RequestThreads platform(int most) {
        TaskQueue queue = new TaskQueue();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        Math.min(SPARE, most),
                        most,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        queue,
                        new TaskThreadFactory(NAME, true, Thread.NORM_PRIORITY));
        queue.setParent(pool);
        return new RequestThreads(pool);
    }

    /** How many requests run or wait for a thread. */
    int requests() {
        return requests.get();
    }

    @Override
    public void execute(Runnable request) {
        requests.incrementAndGet();
        try {
            threads.execute(() -> run(request));
        } catch (RejectedExecutionException e) {
            requests.decrementAndGet();
            throw e;
        }
    }

    private void run(Runnable request) {
        Thread thread = Thread.currentThread();
        busy.add(thread);
        try {
            request.run();
        } finally {
            busy.remove(thread);
            requests.decrementAndGet();
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
        // Tomcat's executor of virtual threads does not know which there are.
        busy.forEach(Thread::interrupt);
    }
}
