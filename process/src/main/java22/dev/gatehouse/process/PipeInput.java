package dev.gatehouse.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** The stdin of a program over a non-blocking pipe. */
final class PipeInput extends ProgramInput {

    private final Descriptor descriptor;
    private final Runnable whenSlow;
    private final Waiter waiter = new Waiter();
    private volatile Duration timeout = Deadline.FOREVER;

    /**
     * A stream.
     *
     * @param whenSlow runs before a write waits
     */
    PipeInput(Descriptor descriptor, Runnable whenSlow) {
        this.descriptor = descriptor;
        this.whenSlow = whenSlow;
        descriptor.whenReady(waiter::wake);
    }

    @Override
    public int offer(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int count = length == 0 ? 0 : descriptor.write(bytes, offset, length);
        return switch (count) {
            case Descriptor.NOT_READY -> 0;
            case -Errno.EPIPE -> throw new InputClosedException();
            default -> {
                if (count < 0) {
                    throw new IOException("writing stdin: errno " + -count);
                }
                yield count;
            }
        };
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int position = offset + offer(bytes, offset, length);
        while (position < end) {
            position += awaitAndOffer(bytes, position, end - position);
        }
    }

    @Override
    public void timeout(Duration limit) {
        timeout = limit;
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private int awaitAndOffer(byte[] bytes, int offset, int length) throws IOException {
        whenSlow.run();
        descriptor.enlarge();
        Duration limit = timeout;
        Deadline deadline = Deadline.after(limit);
        while (true) {
            waiter.prepare();
            descriptor.arm(EpollCalls.EPOLLOUT);
            waiter.await(deadline);
            int count = offer(bytes, offset, length);
            if (count > 0) {
                return count;
            }
            if (deadline.passed()) {
                throw new ProgramTimeoutException("stdin", limit);
            }
        }
    }
}
