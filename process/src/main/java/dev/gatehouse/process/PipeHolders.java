package dev.gatehouse.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The processes that hold stdout or stderr of a program, wherever they hang in the process tree.
 *
 * <p>What a program starts inherits its pipes, and keeps them when its parent exits; so they tell
 * who belongs to the program, unless it has redirected both. Linux only: elsewhere nobody is found.
 */
final class PipeHolders {

    private static final Path PROC = Path.of("/proc");

    private final Set<String> pipes;

    private PipeHolders(Set<String> pipes) {
        this.pipes = pipes;
    }

    /** Notes the pipes that a program has got just now. */
    static PipeHolders of(long pid) {
        return new PipeHolders(
                descriptors(PROC.resolve(Long.toString(pid)))
                        .filter(target -> target.startsWith("pipe:"))
                        .collect(Collectors.toSet()));
    }

    /** All that hold one of them now, this JVM excepted. */
    Set<ProcessHandle> find() {
        if (pipes.isEmpty()) {
            return Set.of();
        }
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && holds(process.pid()))
                .collect(Collectors.toSet());
    }

    private boolean holds(long pid) {
        return descriptors(PROC.resolve(Long.toString(pid))).anyMatch(pipes::contains);
    }

    private static Stream<String> descriptors(Path process) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(fd -> process.resolve("fd").resolve(Integer.toString(fd)))
                .flatMap(PipeHolders::target);
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            // Closed, ended, or another user's.
            return Stream.empty();
        }
    }
}
