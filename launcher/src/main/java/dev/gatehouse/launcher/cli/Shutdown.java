package dev.gatehouse.launcher.cli;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;

/** Closes what was opened, the last first, when the process ends for whatever reason. */
final class Shutdown {

    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    private Shutdown() {}

    /** Waits for the end of the process. */
    static Shutdown install() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
        return shutdown;
    }

    /** Closes a resource at the end. */
    <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        return resource;
    }

    /** Keeps the process alive until a signal ends it. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void close() {
        for (AutoCloseable resource = open.poll(); resource != null; resource = open.poll()) {
            try {
                resource.close();
            } catch (Exception e) {
                System.getLogger("dev.gatehouse.launcher")
                        .log(System.Logger.Level.WARNING, "cannot close " + resource, e);
            }
        }
    }
}
