package dev.gatehouse.python.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a worker process is started.
 *
 * @param command the Python executable, or a program that runs it, with arguments; the first is an
 *     absolute path
 * @param environment the whole environment
 * @param directory the working directory, absolute
 * @param start what START says beside what the pool itself adds
 */
public record WorkerOptions(
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Map<String, String> start) {

    /** Copies the collections. */
    public WorkerOptions {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        start = Map.copyOf(start);
    }

    /** What to load, as in START. */
    String application() {
        return start.get("application");
    }
}
