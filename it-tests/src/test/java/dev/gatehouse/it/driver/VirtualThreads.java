package dev.gatehouse.it.driver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for code that is compiled for Java 17. */
final class VirtualThreads {

    private VirtualThreads() {}

    /**
     * An executor that starts a virtual thread per task.
     *
     * @throws ReflectiveOperationException before Java 21
     */
    static ExecutorService executor() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
