package dev.gatehouse.process;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads stderr on the thread of the poller, whenever something is there.
 *
 * <p>A program that ends before {@link #start()} is spared the poller, which would be woken by its
 * end if by nothing else.
 */
final class PolledDrain implements ErrorDrain {

    /** Most programs say nothing, or a line. */
    private static final int FIRST_BLOCK = 512;

    private static final int BLOCK = 8 * 1024;

    /** The most blocks at a time, so that a flood does not keep the poller from others. */
    private static final int MOST_BLOCKS = 16;

    private final Descriptor descriptor;
    private final ErrorRelay relay;
    private final AtomicBoolean started = new AtomicBoolean();
    private final ReentrantLock order = new ReentrantLock();

    PolledDrain(Descriptor descriptor, ErrorRelay relay) {
        this.descriptor = descriptor;
        this.relay = relay;
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            descriptor.whenReady(this::readAndRearm);
            readAndRearm();
        }
    }

    @Override
    public void finish() {
        try {
            read();
        } catch (IOException e) {
            // It has ended already.
        }
        descriptor.close();
        relay.end();
    }

    private void readAndRearm() {
        try {
            if (read()) {
                descriptor.arm(EpollCalls.EPOLLIN);
            } else {
                finish();
            }
        } catch (IOException e) {
            relay.end();
        }
    }

    /** Whether there may be more later. */
    private boolean read() throws IOException {
        order.lock();
        try {
            byte[] block = new byte[FIRST_BLOCK];
            for (int i = 0; i < MOST_BLOCKS; i++) {
                int count = descriptor.read(block, 0, block.length);
                if (count <= 0) {
                    return count == Descriptor.NOT_READY;
                }
                relay.offer(block, count);
                if (count == FIRST_BLOCK && block.length == FIRST_BLOCK) {
                    block = new byte[BLOCK];
                }
            }
            return true;
        } finally {
            order.unlock();
        }
    }
}
