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
                settings.get(PoolSettings.PROCESSES),
                settings.get(PoolSettings.THREADS),
                settings.get(PoolSettings.LISTEN_BACKLOG),
                (int) Math.min(settings.get(PoolSettings.HEADER_BUFFER_SIZE), 1 << 24),
                settings.get(PoolSettings.STREAM_REQUEST_BODY),
                settings.get(PoolSettings.SPOOL_LIMIT),
                timeouts(settings),
                recycling(settings),
                reloadPaths(settings, places));
    }

    private static Timeouts timeouts(Settings settings) {
        return new Timeouts(
                settings.get(PoolSettings.QUEUE_TIMEOUT),
                settings.get(PoolSettings.REQUEST_TIMEOUT),
                settings.get(PoolSettings.INTERRUPT_TIMEOUT),
                settings.get(PoolSettings.DEADLOCK_TIMEOUT),
                settings.get(PoolSettings.STARTUP_TIMEOUT),
                settings.get(PoolSettings.GRACEFUL_TIMEOUT),
                settings.get(PoolSettings.SHUTDOWN_TIMEOUT));
    }

    private static Recycling recycling(Settings settings) {
        return new Recycling(
                settings.get(PoolSettings.MAXIMUM_REQUESTS),
                settings.get(PoolSettings.RESTART_INTERVAL),
                settings.get(PoolSettings.INACTIVITY_TIMEOUT),
                settings.get(PoolSettings.MAXIMUM_MEMORY),
                settings.get(PoolSettings.RECYCLING_JITTER));
    }

    private static List<Path> reloadPaths(Settings settings, Places places) {
        List<Path> paths = new ArrayList<>();
        settings.get(PoolSettings.RELOAD_PATHS)
                .forEach(path -> paths.add(places.directory().resolve(path)));
        if (settings.get(PoolSettings.SCRIPT_RELOADING)) {
            places.script().ifPresent(paths::add);
        }
        return paths;
    }
}
