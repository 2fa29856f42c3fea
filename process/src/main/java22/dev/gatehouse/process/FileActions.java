package dev.gatehouse.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What is done in a new process before the program is executed: it enters its directory, and three
 * descriptors become 0, 1 and 2 while all others are closed.
 *
 * <p>They are kept for the next program: to describe them anew, the C library asks the system for
 * its limits seven times, and many programs have the directory and the descriptors of the one
 * before. Used by one thread at a time.
 */
final class FileActions {

    private static final int[] NONE = {};

    private final MemorySegment memory =
            Arena.ofAuto().allocate(SpawnCalls.ACTIONS_SIZE, Long.BYTES);
    private Path directory = Path.of("");
    private int[] streams = NONE;

    /**
     * Describes the actions for a program, unless they are the same as before.
     *
     * @param newStreams the descriptors that become 0, 1 and 2
     * @return 0, or an errno
     */
    int describe(Path newDirectory, int[] newStreams) {
        if (Arrays.equals(newStreams, streams) && newDirectory.equals(directory)) {
            return 0;
        }
        free();
        int error = make(newDirectory, newStreams);
        if (error == 0) {
            directory = newDirectory;
            streams = newStreams.clone();
        }
        return error;
    }

    /** As posix_spawn wants them, once they are described. */
    MemorySegment memory() {
        return memory;
    }

    private int make(Path newDirectory, int[] newStreams) {
        try (Arena arena = Arena.ofConfined()) {
            String name = NativeStrings.of(newDirectory);
            return SpawnCalls.describe(
                    memory, arena.allocateFrom(name, StandardCharsets.ISO_8859_1), newStreams);
        }
    }

    /** Frees what the C library has allocated. */
    void free() {
        if (streams.length > 0) {
            streams = NONE;
            SpawnCalls.destroy(memory);
        }
    }
}
