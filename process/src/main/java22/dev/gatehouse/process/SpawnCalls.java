package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** posix_spawn(3) and what prepares it; all return 0 or an errno. */
final class SpawnCalls {

    /** More than {@code posix_spawn_file_actions_t} (80) takes in glibc and musl. */
    static final long ACTIONS_SIZE = 128;

    /** More than {@code posix_spawnattr_t} (336) takes in glibc and musl. */
    private static final long ATTRIBUTES_SIZE = 512;

    private static final long SIGSET_SIZE = 128;
    private static final short SETSIGDEF = 0x04;
    private static final short SETSIGMASK = 0x08;
    private static final short SETSID = 0x80;

    private static final MethodHandle SPAWN =
            call("posix_spawn", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle ACTIONS_INIT = call("posix_spawn_file_actions_init", ADDRESS);
    private static final MethodHandle ACTIONS_DESTROY =
            call("posix_spawn_file_actions_destroy", ADDRESS);
    private static final MethodHandle ADD_DUP2 =
            call("posix_spawn_file_actions_adddup2", ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle ADD_CHDIR =
            call("posix_spawn_file_actions_addchdir_np", ADDRESS, ADDRESS);
    private static final MethodHandle ADD_CLOSE_FROM =
            call("posix_spawn_file_actions_addclosefrom_np", ADDRESS, JAVA_INT);
    private static final MethodHandle ATTRIBUTES_INIT = call("posix_spawnattr_init", ADDRESS);
    private static final MethodHandle SET_FLAGS =
            NativeFunction.plain("posix_spawnattr_setflags", JAVA_INT, ADDRESS, JAVA_SHORT);
    private static final MethodHandle SET_DEFAULT =
            call("posix_spawnattr_setsigdefault", ADDRESS, ADDRESS);
    private static final MethodHandle SET_MASK =
            call("posix_spawnattr_setsigmask", ADDRESS, ADDRESS);
    private static final MethodHandle FILL_SET = call("sigfillset", ADDRESS);
    private static final MethodHandle EMPTY_SET = call("sigemptyset", ADDRESS);

    private SpawnCalls() {}

    /** Finds every function, or fails as the initialization of this class. */
    static void link() {}

    /** The attributes of all our programs: own session, default signals, nothing blocked. */
    static MemorySegment attributes() {
        MemorySegment attributes = Arena.ofAuto().allocate(ATTRIBUTES_SIZE, Long.BYTES);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment signals = arena.allocate(SIGSET_SIZE, Long.BYTES);
            require((int) ATTRIBUTES_INIT.invokeExact(attributes));
            short flags = SETSIGDEF | SETSIGMASK | SETSID;
            require((int) SET_FLAGS.invokeExact(attributes, flags));
            require((int) FILL_SET.invokeExact(signals));
            require((int) SET_DEFAULT.invokeExact(attributes, signals));
            require((int) EMPTY_SET.invokeExact(signals));
            require((int) SET_MASK.invokeExact(attributes, signals));
            return attributes;
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /**
     * Makes the file actions of a program, to be {@linkplain #destroy destroyed}.
     *
     * @param actions takes them
     * @param directory is entered; its bytes, ending with NUL, which are copied
     * @param streams the descriptors that become 0, 1 and 2; all others are closed
     * @return 0, or an errno; then there is nothing to destroy
     */
    static int describe(MemorySegment actions, MemorySegment directory, int[] streams) {
        try {
            int error = (int) ACTIONS_INIT.invokeExact(actions);
            if (error != 0) {
                return error;
            }
            error = (int) ADD_CHDIR.invokeExact(actions, directory);
            for (int stream = 0; stream < streams.length && error == 0; stream++) {
                error = (int) ADD_DUP2.invokeExact(actions, streams[stream], stream);
            }
            if (error == 0) {
                error = (int) ADD_CLOSE_FROM.invokeExact(actions, streams.length);
            }
            if (error != 0) {
                destroy(actions);
            }
            return error;
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** Frees what the C library has allocated for file actions. */
    static void destroy(MemorySegment actions) {
        try {
            require((int) ACTIONS_DESTROY.invokeExact(actions));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /**
     * Starts a program.
     *
     * @return the pid, or an errno with the sign changed
     */
    static int spawn(SpawnMemory memory, MemorySegment actions, MemorySegment attributes) {
        try {
            int error =
                    (int)
                            SPAWN.invokeExact(
                                    memory.pid(),
                                    memory.program(),
                                    actions,
                                    attributes,
                                    memory.arguments(),
                                    memory.environment());
            return error == 0 ? memory.pid().get(JAVA_INT, 0) : -error;
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    private static MethodHandle call(String name, MemoryLayout... parameters) {
        return NativeFunction.plain(name, JAVA_INT, parameters);
    }

    private static void require(int error) {
        if (error != 0) {
            throw new IllegalStateException("preparing posix_spawn: errno " + error);
        }
    }
}
