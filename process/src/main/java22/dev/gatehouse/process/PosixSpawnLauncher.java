package dev.gatehouse.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts programs through posix_spawn(3).
 *
 * <p>The C library suspends the calling thread until the program has been executed (CLONE_VFORK),
 * so that errors of exec are results of the call, and nothing of the JVM is copied.
 */
final class PosixSpawnLauncher implements Launcher {

    private static final int FIRST_FREE_DESCRIPTOR = 3;

    private final Pool<Slab> slabs = Slab.pool();
    private final MemorySegment attributes = SpawnCalls.attributes();
    private final Pool<FileActions> fileActions = new Pool<>(FileActions::new);
    private final Poller poller;
    private final int devNull;
    private final OwnedPrograms programs;
    private final AtomicBoolean closed = new AtomicBoolean();

    PosixSpawnLauncher() {
        ProcessCalls.stopIgnoringChildren();
        try {
            devNull = openDevNull();
            poller = new Poller(slabs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        programs = new OwnedPrograms();
    }

    @Override
    public String mechanism() {
        return "posix_spawn";
    }

    @Override
    public RunningProgram launch(Command command) throws LaunchException {
        programs.requireOpen();
        return programs.own(BusyRetry.start(() -> start(command)));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            programs.close();
            poller.close();
            fileActions.drain(FileActions::free);
            DescriptorCalls.close(devNull);
        }
    }

    private PosixProgram start(Command command) throws LaunchException {
        Slab slab = slabs.take();
        try {
            Pipes pipes = Pipes.open(command, slab, devNull);
            int pid = spawn(command, slab, pipes.theirs());
            if (pid < 0) {
                pipes.closeAll();
                throw LaunchException.of(command, -pid);
            }
            pipes.closeTheirs();
            return new PosixProgram(new ChildProcess(pid, poller, slabs), pipes, poller, slabs);
        } finally {
            slabs.give(slab);
        }
    }

    private int spawn(Command command, Slab slab, int[] streams) {
        long size = SpawnMemory.sizeOf(command);
        if (size <= Slab.SIZE) {
            return spawn(new SpawnMemory(slab.bytes(), command), command.directory(), streams);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(size, Long.BYTES);
            return spawn(new SpawnMemory(memory, command), command.directory(), streams);
        }
    }

    private int spawn(SpawnMemory memory, Path directory, int[] streams) {
        FileActions actions = fileActions.take();
        try {
            int error = actions.describe(directory, streams);
            return error == 0 ? SpawnCalls.spawn(memory, actions.memory(), attributes) : -error;
        } finally {
            fileActions.give(actions);
        }
    }

    // A JVM may have been started without some of the descriptors 0, 1 and 2. They are filled for
    // good here: a pipe that got one of these numbers would be overwritten on its way to 0, 1, 2.
    private int openDevNull() throws IOException {
        Slab slab = slabs.take();
        try {
            int fd;
            do {
                fd = DescriptorCalls.openNull(slab);
                if (fd < 0) {
                    throw new IOException("cannot open /dev/null: errno " + -fd);
                }
            } while (fd < FIRST_FREE_DESCRIPTOR);
            return fd;
        } finally {
            slabs.give(slab);
        }
    }
}
