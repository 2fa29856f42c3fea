package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.python.daemon.PoolOptions;
import dev.gatehouse.python.daemon.Recycling;
import dev.gatehouse.python.daemon.Timeouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the settings say about a pool. */
final class PoolConfiguration {

    private PoolConfiguration() {}

    static PoolOptions of(Settings settings, Places places, DeploymentContext context) {
        return new PoolOptions(
                context.name(),
                context.contextPath(),
                settings.get(PythonSettings.PROCESSES),
                settings.get(PythonSettings.THREADS),
                settings.get(PythonSettings.LISTEN_BACKLOG),
                (int) Math.min(settings.get(PythonSettings.HEADER_BUFFER_SIZE), 1 << 24),
                settings.get(PythonSettings.STREAM_REQUEST_BODY),
                settings.get(PythonSettings.SPOOL_LIMIT),
                timeouts(settings),
                recycling(settings),
                reloadPaths(settings, places));
    }

    private static Timeouts timeouts(Settings settings) {
        return new Timeouts(
                settings.get(PythonSettings.QUEUE_TIMEOUT),
                settings.get(PythonSettings.REQUEST_TIMEOUT),
                settings.get(PythonSettings.INTERRUPT_TIMEOUT),
                settings.get(PythonSettings.DEADLOCK_TIMEOUT),
                settings.get(PythonSettings.STARTUP_TIMEOUT),
                settings.get(PythonSettings.GRACEFUL_TIMEOUT),
                settings.get(PythonSettings.SHUTDOWN_TIMEOUT));
    }

    private static Recycling recycling(Settings settings) {
        return new Recycling(
                settings.get(PythonSettings.MAXIMUM_REQUESTS),
                settings.get(PythonSettings.RESTART_INTERVAL),
                settings.get(PythonSettings.INACTIVITY_TIMEOUT),
                settings.get(PythonSettings.MAXIMUM_MEMORY),
                settings.get(PythonSettings.RECYCLING_JITTER));
    }

    private static List<Path> reloadPaths(Settings settings, Places places) {
        List<Path> paths = new ArrayList<>();
        settings.get(PythonSettings.RELOAD_PATHS)
                .forEach(path -> paths.add(places.directory().resolve(path)));
        if (settings.get(PythonSettings.SCRIPT_RELOADING)) {
            places.script().ifPresent(paths::add);
        }
        return paths;
    }
}
