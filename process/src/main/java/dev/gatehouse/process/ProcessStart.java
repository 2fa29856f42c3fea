package dev.gatehouse.process;

import java.io.IOException;

/** Starts processes so that no thread of the JDK holds on to a web application. */
final class ProcessStart {

    private ProcessStart() {}

    /**
     * Starts a process.
     *
     * <p>Until Java 18 the JDK's "process reaper" threads keep the context class loader of whoever
     * needed one first, for a minute after their last process, and longer if others start more.
     */
    static Process of(ProcessBuilder builder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return builder.start();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
