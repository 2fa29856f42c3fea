package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Slab.Pool slabs;
    private final int fd;
    private final Watch watch;
    private volatile Runnable action = () -> {};
    private boolean closed;

    Descriptor(int fd, Poller poller, Slab.Pool slabs) {
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
            int count = DescriptorCalls.read(slab, fd, Math.min(length, Slab.SIZE));
            if (count > 0) {
                MemorySegment.copy(slab.bytes(), JAVA_BYTE, 0, target, offset, count);
            }
            return count;
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
            int count = Math.min(length, Slab.SIZE);
            MemorySegment.copy(source, offset, slab.bytes(), JAVA_BYTE, 0, count);
            return DescriptorCalls.write(slab, fd, count);
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

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }
}
