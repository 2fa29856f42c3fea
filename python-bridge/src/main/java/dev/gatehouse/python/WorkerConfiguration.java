package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.NativeStrings;
import dev.gatehouse.python.daemon.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the settings say about the worker processes. */
final class WorkerConfiguration {

    private WorkerConfiguration() {}

    static WorkerOptions of(Settings settings, Places places, Optional<Path> copies) {
        Map<String, String> inherited = WorkerEnvironment.inherited(settings, System.getenv());
        Map<String, String> set = WorkerEnvironment.set(settings);
        return new WorkerOptions(
                command(settings, places, set.getOrDefault("PATH", inherited.get("PATH"))),
                inherited,
                set,
                places.directory(),
                start(settings, places),
                places.wheels(),
                copies);
    }

    private static List<String> command(Settings settings, Places places, String searchPath) {
        List<String> command = new ArrayList<>(settings.get(WorkerSettings.COMMAND_PREFIX));
        if (!command.isEmpty()) {
            String program = command.get(0);
            Path found =
                    PythonExecutable.find(program, searchPath)
                            .orElseThrow(
                                    () ->
                                            new DeploymentException(
                                                    "commandPrefix: there is no program \""
                                                            + program
                                                            + "\""));
            command.set(0, found.toString());
        }
        command.add(
                PythonExecutable.find(
                                places.home(), settings.get(WorkerSettings.PYTHON), searchPath)
                        .toString());
        return command;
    }

    private static Map<String, String> start(Settings settings, Places places) {
        Map<String, String> start = new TreeMap<>();
        start.put("application", NativeStrings.ofUtf8(places.application()));
        start.put("chdir", NativeStrings.of(places.directory()));
        start.put(
                "path",
                places.path().stream().map(NativeStrings::of).collect(Collectors.joining(":")));
        putText(start, settings, WorkerSettings.UMASK);
        putNumber(start, settings, WorkerSettings.MEMORY_LIMIT);
        putNumber(start, settings, WorkerSettings.VIRTUAL_MEMORY_LIMIT);
        putNumber(start, settings, WorkerSettings.STACK_SIZE);
        putNumber(start, settings, WorkerSettings.NICE);
        Duration cpu = settings.get(WorkerSettings.CPU_TIME_LIMIT);
        if (!cpu.isZero()) {
            start.put("cpuTimeLimit", Long.toString(Math.max(1, cpu.toSeconds())));
        }
        Duration interval = settings.get(WorkerSettings.SWITCH_INTERVAL);
        if (!interval.isZero()) {
            start.put("switchInterval", Double.toString(interval.toNanos() / 1e9));
        }
        if (settings.get(PoolSettings.RELOAD)) {
            start.put("watch", "1");
        }
        return start;
    }

    private static void putText(
            Map<String, String> start, Settings settings, Setting<String> setting) {
        String text = settings.get(setting);
        if (!text.isEmpty()) {
            start.put(setting.name(), text);
        }
    }

    private static void putNumber(
            Map<String, String> start, Settings settings, Setting<? extends Number> setting) {
        long number = settings.get(setting).longValue();
        if (number != 0) {
            start.put(setting.name(), Long.toString(number));
        }
    }
}
