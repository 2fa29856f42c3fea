package dev.gatehouse.process;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Our end of a pipe, non-blocking.
 *
 * <p>The lock is held over system calls that do not wait; it keeps a number from being used after
 * it was closed, when it may already stand for somebody else's file.
 */
final class Descriptor {

    /** The result of a transfer for which the pipe was not ready. */
    static final int NOT_READY = -Errno.EAGAIN;

    /** How much a pipe holds at first (pipe(7)). */
    static final int PIPE_SIZE = 64 * 1024;

    /** A user may have 64 MiB in pipes; beyond, new ones hold no more than a page or two. */
    private static final int LARGE = 256 * 1024;

    /** As much as is moved in one call: the garbage collector waits for it. */
    private static final int MOST = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Pool<Slab> slabs;
    private final int fd;
    private final Watch watch;
    private volatile Runnable action = () -> {};
    private boolean enlarged;
    private boolean closed;

    Descriptor(int fd, Poller poller, Pool<Slab> slabs) {
        this.fd = fd;
        this.slabs = slabs;
        this.watch = poller.watch(fd, () -> action.run());
    }

    /** Names the action that runs after {@link #arm}, and once when the descriptor is closed. */
    void whenReady(Runnable newAction) {
        action = newAction;
    }

    /**
     * Reads what is there.
     *
     * @return the number of bytes, 0 at the end of the stream, {@link #NOT_READY} or another
     *     negative errno
     */
    int read(byte[] target, int offset, int length) throws IOException {
        Slab slab = slabs.take();
        lock.lock();
        try {
            requireOpen();
            return DescriptorCalls.read(slab, fd, slice(target, offset, length));
        } finally {
            lock.unlock();
            slabs.give(slab);
        }
    }

    /**
     * Writes what the pipe takes.
     *
     * @return the number of bytes, {@link #NOT_READY} or another negative errno
     */
    int write(byte[] source, int offset, int length) throws IOException {
        Slab slab = slabs.take();
        lock.lock();
        try {
            requireOpen();
            return DescriptorCalls.write(slab, fd, slice(source, offset, length));
        } finally {
            lock.unlock();
            slabs.give(slab);
        }
    }

    /**
     * Lets the pipe hold more than it does at first, for a program that has much to say or hear.
     */
    void enlarge() throws IOException {
        Slab slab = slabs.take();
        lock.lock();
        try {
            requireOpen();
            DescriptorCalls.enlarge(slab, fd, LARGE);
        } finally {
            lock.unlock();
            slabs.give(slab);
        }
    }

    /** The number of bytes that can be read at once. */
    int available() throws IOException {
        Slab slab = slabs.take();
        lock.lock();
        try {
            requireOpen();
            return Math.max(0, DescriptorCalls.available(slab, fd));
        } finally {
            lock.unlock();
            slabs.give(slab);
        }
    }

    /**
     * Blocks in native code, for a moment, until the other end of the pipe is closed. It may do so
     * for another file if this one is closed meanwhile, which harms neither.
     */
    void blockUntilEnd(Duration moment) {
        Slab slab = slabs.take();
        DescriptorCalls.pollHangUp(slab, fd, (int) moment.toMillis());
        slabs.give(slab);
    }

    /** Asks for one run of the action when the pipe is ready for {@code events}. */
    void arm(int events) throws IOException {
        lock.lock();
        try {
            requireOpen();
            watch.arm(events);
        } finally {
            lock.unlock();
        }
    }

    /** Closes our end. Idempotent. */
    void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            watch.end();
            DescriptorCalls.close(fd);
        } finally {
            lock.unlock();
        }
        action.run();
    }

    private static MemorySegment slice(byte[] array, int offset, int length) {
        return MemorySegment.ofArray(array).asSlice(offset, Math.min(length, MOST));
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }
}
