package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * System calls of epoll(7) and eventfd(2).
 *
 * <p>A negative result is an errno with the sign changed.
 */
final class EpollCalls {

    static final int EPOLLIN = 0x1;
    static final int EPOLLOUT = 0x4;
    static final int EPOLLONESHOT = 1 << 30;

    static final int EPOLL_CTL_ADD = 1;
    static final int EPOLL_CTL_DEL = 2;
    static final int EPOLL_CTL_MOD = 3;

    private static final int CLOEXEC = 0x80000;
    private static final int FOREVER = -1;
    private static final long DATA_OFFSET = Architecture.current().epollDataOffset();
    private static final long EVENT_SIZE = DATA_OFFSET + Long.BYTES;

    private static final MethodHandle CREATE =
            NativeFunction.withErrno("epoll_create1", JAVA_INT, JAVA_INT);
    private static final MethodHandle CONTROL =
            NativeFunction.withErrno("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle WAIT =
            NativeFunction.withErrno("epoll_wait", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle EVENTFD =
            NativeFunction.withErrno("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);

    private EpollCalls() {}

    /** Finds every function, or fails as the initialization of this class. */
    static void link() {}

    static int create(Slab slab) {
        try {
            return result(slab, (int) CREATE.invokeExact(slab.errno(), CLOEXEC));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** An eventfd whose counter is already 1: ready to be read at once and for ever. */
    static int readyEvent(Slab slab) {
        try {
            return result(slab, (int) EVENTFD.invokeExact(slab.errno(), 1, CLOEXEC));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    static int control(Slab slab, int epoll, int operation, int fd, int events, long data) {
        MemorySegment event = slab.bytes();
        event.set(JAVA_INT, 0, events);
        event.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
        try {
            return result(
                    slab, (int) CONTROL.invokeExact(slab.errno(), epoll, operation, fd, event));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** Waits for events, and leaves at most {@code most} of them in the slab. */
    static int await(Slab slab, int epoll, int most) {
        try {
            return result(
                    slab, (int) WAIT.invokeExact(slab.errno(), epoll, slab.bytes(), most, FOREVER));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** The data of an event that {@link #await} left in the slab. */
    static long data(Slab slab, int index) {
        return slab.bytes().get(JAVA_LONG_UNALIGNED, index * EVENT_SIZE + DATA_OFFSET);
    }

    private static int result(Slab slab, int result) {
        return result < 0 ? -slab.lastErrno() : result;
    }
}
