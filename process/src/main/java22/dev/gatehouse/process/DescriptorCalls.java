package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * System calls on descriptors.
 *
 * <p>A negative result is an errno with the sign changed.
 */
final class DescriptorCalls {

    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int F_SETFL = 4;
    private static final int F_SETPIPE_SZ = 1031;
    private static final long FIONREAD = 0x541B;
    private static final short POLLIN = 1;

    /** POLLHUP is reported whatever is asked for. */
    private static final short NO_EVENT = 0;

    // struct pollfd of poll(2).
    private static final long POLLFD_EVENTS = 4;

    private static final MethodHandle PIPE2 =
            NativeFunction.withErrno("pipe2", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle OPEN =
            NativeFunction.variadicWithErrno("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle FCNTL =
            NativeFunction.variadicWithErrno("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle IOCTL =
            NativeFunction.variadicWithErrno("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle POLL =
            NativeFunction.withErrno("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle READ =
            NativeFunction.quickWithErrno("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE =
            NativeFunction.quickWithErrno("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = NativeFunction.plain("close", JAVA_INT, JAVA_INT);

    private DescriptorCalls() {}

    /** Finds every function, or fails as the initialization of this class. */
    static void link() {}

    /** A pipe that no program inherits: its two descriptors become the first ints of the slab. */
    static int pipe(Slab slab) {
        try {
            return result(slab, (int) PIPE2.invokeExact(slab.errno(), slab.bytes(), O_CLOEXEC));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    static int openNull(Slab slab) {
        try {
            slab.bytes().setString(0, "/dev/null");
            return result(
                    slab, (int) OPEN.invokeExact(slab.errno(), slab.bytes(), O_RDWR | O_CLOEXEC));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    static int makeNonBlocking(Slab slab, int fd) {
        try {
            return result(slab, (int) FCNTL.invokeExact(slab.errno(), fd, F_SETFL, O_NONBLOCK));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** Lets a pipe hold more, if the system has room for it (pipe(7), "Pipe capacity"). */
    static void enlarge(Slab slab, int fd, int size) {
        try {
            int ignored = (int) FCNTL.invokeExact(slab.errno(), fd, F_SETPIPE_SZ, size);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** The number of bytes that can be read without waiting. */
    static int available(Slab slab, int fd) {
        try {
            int result = (int) IOCTL.invokeExact(slab.errno(), fd, FIONREAD, slab.bytes());
            return result < 0 ? -slab.lastErrno() : slab.bytes().get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** Blocks until the descriptor can be read; 0 if it cannot within so many milliseconds. */
    static int pollRead(Slab slab, int fd, int milliseconds) {
        return poll(slab, fd, POLLIN, milliseconds);
    }

    /** Blocks until the other end of a pipe is closed; 0 if it is not within so many ms. */
    static int pollHangUp(Slab slab, int fd, int milliseconds) {
        return poll(slab, fd, NO_EVENT, milliseconds);
    }

    /** Reads from a descriptor that does not block. */
    static int read(Slab slab, int fd, MemorySegment target) {
        return transfer(READ, slab, fd, target);
    }

    /** Writes to a descriptor that does not block. */
    static int write(Slab slab, int fd, MemorySegment source) {
        return transfer(WRITE, slab, fd, source);
    }

    static void close(int fd) {
        try {
            // The descriptor is free whatever close says (close(2), "Dealing with error returns").
            int ignored = (int) CLOSE.invokeExact(fd);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    private static int poll(Slab slab, int fd, short events, int milliseconds) {
        slab.bytes().set(JAVA_INT, 0, fd);
        slab.bytes().set(JAVA_SHORT, POLLFD_EVENTS, events);
        try {
            return result(
                    slab, (int) POLL.invokeExact(slab.errno(), slab.bytes(), 1L, milliseconds));
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    private static int transfer(MethodHandle call, Slab slab, int fd, MemorySegment bytes) {
        try {
            long count = (long) call.invokeExact(slab.errno(), fd, bytes, bytes.byteSize());
            return result(slab, (int) count);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    private static int result(Slab slab, int result) {
        return result < 0 ? -slab.lastErrno() : result;
    }
}
