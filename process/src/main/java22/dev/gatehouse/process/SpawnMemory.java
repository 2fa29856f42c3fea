package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A command as posix_spawn wants it, in one piece of memory.
 *
 * <pre>
 * | pid | argv[] NULL | envp[] NULL | program NUL | argument NUL ... | NAME=value NUL ... |
 * </pre>
 *
 * <p>The strings are written byte by byte as the command has them: no encoding takes part.
 */
final class SpawnMemory {

    private static final long POINTERS_OFFSET = 8;
    private static final long POINTER = ADDRESS.byteSize();

    private final MemorySegment memory;
    private final MemorySegment program;
    private final MemorySegment arguments;
    private final MemorySegment environment;
    private long position;

    /**
     * Writes a command.
     *
     * @param memory at least {@link #sizeOf} bytes
     */
    SpawnMemory(MemorySegment memory, Command command) {
        this.memory = memory;
        int argc = 1 + command.arguments().size();
        arguments = memory.asSlice(POINTERS_OFFSET);
        environment = arguments.asSlice((argc + 1) * POINTER);
        position = POINTERS_OFFSET + pointersSize(command);

        program = write(NativeStrings.of(command.program()), '\0');
        arguments.setAtIndex(ADDRESS, 0, program);
        int index = 1;
        for (String argument : command.arguments()) {
            arguments.setAtIndex(ADDRESS, index++, write(argument, '\0'));
        }
        arguments.setAtIndex(ADDRESS, index, MemorySegment.NULL);
        index = 0;
        for (Map.Entry<String, String> variable : command.environment().variables().entrySet()) {
            environment.setAtIndex(ADDRESS, index++, write(variable.getKey(), '='));
            write(variable.getValue(), '\0');
        }
        environment.setAtIndex(ADDRESS, index, MemorySegment.NULL);
    }

    /** The bytes that a command takes. */
    static long sizeOf(Command command) {
        long size = POINTERS_OFFSET + pointersSize(command);
        size += NativeStrings.of(command.program()).length() + 1;
        for (String argument : command.arguments()) {
            size += argument.length() + 1;
        }
        for (Map.Entry<String, String> variable : command.environment().variables().entrySet()) {
            size += variable.getKey().length() + variable.getValue().length() + 2;
        }
        return size;
    }

    /** Where posix_spawn leaves the pid. */
    MemorySegment pid() {
        return memory.asSlice(0, JAVA_INT.byteSize());
    }

    MemorySegment program() {
        return program;
    }

    MemorySegment arguments() {
        return arguments;
    }

    MemorySegment environment() {
        return environment;
    }

    private static long pointersSize(Command command) {
        return (3 + command.arguments().size() + command.environment().variables().size())
                * POINTER;
    }

    private MemorySegment write(String nativeString, char terminator) {
        MemorySegment start = memory.asSlice(position);
        start.setString(0, nativeString, StandardCharsets.ISO_8859_1);
        position += nativeString.length();
        memory.set(JAVA_BYTE, position++, (byte) terminator);
        return start;
    }
}
