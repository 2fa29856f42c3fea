package dev.gatehouse.process;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Memory for the arguments of one native call at a time: a place for errno, and 64 KiB.
 *
 * <p>Slabs are pooled, because to allocate (and zero) memory costs more than most calls. There are
 * about as many as processors: no call that uses one waits. A slab that nobody refers to is freed
 * by the garbage collector.
 */
record Slab(MemorySegment errno, MemorySegment bytes) {

    /** As much as a pipe holds (pipe(7)). */
    static final int SIZE = 64 * 1024;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET =
            STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    /** A pool that allocates them. */
    static Pool<Slab> pool() {
        return new Pool<>(Slab::allocate);
    }

    private static Slab allocate() {
        Arena arena = Arena.ofAuto();
        return new Slab(arena.allocate(STATE), arena.allocate(SIZE, Long.BYTES));
    }

    /** The errno of the last call that was given this slab. */
    int lastErrno() {
        return errno.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
    }
}
