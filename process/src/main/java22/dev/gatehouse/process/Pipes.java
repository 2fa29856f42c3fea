package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.util.Arrays;

/**
 * The pipes of a program that is about to start: the program's ends, and ours, which do not block.
 *
 * <p>A stream without a pipe has {@code /dev/null} on the program's side, and -1 on ours.
 */
final class Pipes {

    private static final int NONE = -1;

    private final int[] theirs = new int[3];
    private final int[] ours = new int[3];
    private final int devNull;

    private Pipes(int devNull) {
        this.devNull = devNull;
        Arrays.fill(theirs, devNull);
        Arrays.fill(ours, NONE);
    }

    /**
     * Makes the pipes that a command asks for.
     *
     * @throws LaunchException if the descriptors run out; none is left open
     */
    static Pipes open(Command command, Slab slab, int devNull) throws LaunchException {
        Pipes pipes = new Pipes(devNull);
        int error = command.input() ? pipes.open(slab, 0, 1) : 0;
        error = error == 0 ? pipes.open(slab, 1, 0) : error;
        error = error == 0 && command.errors() ? pipes.open(slab, 2, 0) : error;
        if (error != 0) {
            pipes.closeAll();
            throw LaunchException.of(command, error);
        }
        return pipes;
    }

    /** The descriptors that become 0, 1 and 2 of the program. */
    int[] theirs() {
        return theirs;
    }

    /** Our end of a stream; the caller closes it. */
    int ours(int stream) {
        return ours[stream];
    }

    boolean has(int stream) {
        return ours[stream] != NONE;
    }

    void closeTheirs() {
        for (int fd : theirs) {
            if (fd != devNull) {
                DescriptorCalls.close(fd);
            }
        }
    }

    void closeAll() {
        closeTheirs();
        for (int fd : ours) {
            if (fd != NONE) {
                DescriptorCalls.close(fd);
            }
        }
    }

    /** Opens one pipe; {@code ourEnd} is 0 if we read and 1 if we write. Returns an errno or 0. */
    private int open(Slab slab, int stream, int ourEnd) {
        int result = DescriptorCalls.pipe(slab);
        if (result < 0) {
            return -result;
        }
        ours[stream] = slab.bytes().getAtIndex(JAVA_INT, ourEnd);
        theirs[stream] = slab.bytes().getAtIndex(JAVA_INT, 1 - ourEnd);
        return -DescriptorCalls.makeNonBlocking(slab, ours[stream]);
    }
}
