package dev.gatehouse.python.daemon;

import java.nio.file.Path;
import java.util.List;

/**
 * How a pool of workers behaves.
 *
 * @param name the name of the application, for threads, logs and JMX
 * @param context the path of the web application, for JMX
 * @param processes how many worker processes
 * @param threads how many requests each answers at a time
 * @param queueLength how many requests may wait for a worker
 * @param headerLimit the most bytes that the headers of a response may have
 * @param streamBodies whether a worker is taken before the request body is there
 * @param spoolLimit how many bytes of bodies may wait on disk and in memory, all in all
 * @param timeouts how long things may take
 * @param recycling when processes are replaced
 * @param reloadPaths files whose change reloads the application
 */
public record PoolOptions(
        String name,
        String context,
        int processes,
        int threads,
        int queueLength,
        int headerLimit,
        boolean streamBodies,
        long spoolLimit,
        Timeouts timeouts,
        Recycling recycling,
        List<Path> reloadPaths) {

    /** Copies the list. */
    public PoolOptions {
        reloadPaths = List.copyOf(reloadPaths);
    }
}
