package dev.gatehouse.python.daemon;

import dev.gatehouse.process.Command;
import dev.gatehouse.process.Environment;
import dev.gatehouse.process.NativeStrings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a worker process is started.
 *
 * @param command the Python executable, or a program that runs it, with arguments; the first is an
 *     absolute path
 * @param inherited the variables that it has from this JVM, names and values native strings
 * @param set the variables that the deployer sets, likewise
 * @param directory the working directory, absolute
 * @param start what START says beside what the pool itself adds
 * @param wheels a folder of wheels that are unpacked for the workers
 * @param copies a folder that was made for the workers, who must be able to read it
 */
public record WorkerOptions(
        List<String> command,
        Map<String, String> inherited,
        Map<String, String> set,
        Path directory,
        Map<String, String> start,
        Optional<Path> wheels,
        Optional<Path> copies) {

    /** Copies the collections. */
    public WorkerOptions {
        command = List.copyOf(command);
        inherited = Map.copyOf(inherited);
        set = Map.copyOf(set);
        start = Map.copyOf(start);
    }

    /** What to load, as in START. */
    String application() {
        return start.get("application");
    }

    /** Whether another program runs Python. */
    boolean hasPrefix() {
        return command.size() > 1;
    }

    /** Python as ourselves, without a prefix, with these arguments, native strings. */
    Command runAsOurselves(String... arguments) {
        Map<String, String> environment = new TreeMap<>(inherited);
        environment.putAll(set);
        return new Command(
                Path.of(command.get(command.size() - 1)),
                List.of(arguments),
                new Environment(environment),
                directory,
                false,
                true,
                true);
    }

    /**
     * Python with these arguments, native strings.
     *
     * @param login the variables of another user, which stand above those of this JVM
     */
    Command run(Map<String, String> login, String... arguments) {
        Map<String, String> environment = new TreeMap<>(inherited);
        environment.putAll(login);
        environment.putAll(set);
        return new Command(
                Path.of(command.get(0)),
                Stream.concat(
                                command.stream().skip(1).map(NativeStrings::ofUtf8),
                                Stream.of(arguments))
                        .toList(),
                new Environment(environment),
                directory,
                true,
                true,
                true);
    }
}
