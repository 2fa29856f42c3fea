package dev.gatehouse.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/** The stdout or stderr of a program over a non-blocking pipe. */
final class PipeOutput extends ProgramOutput {

    /**
     * How long a read waits before it also watches for the exit of the program. Most programs end
     * their output before, and then their exit need not be watched.
     */
    private static final Duration UNWATCHED = Duration.ofMillis(100);

    /**
     * The time after the start in which a read that finds nothing blocks natively instead of
     * parking. A quick program has ended within it, and is spared the way over the poller's thread
     * and back, about a tenth of its run.
     *
     * <p>It blocks for the end of the output, not for its beginning, so that a quick program wakes
     * the reader once instead of twice. Output of a program that goes on running waits so long.
     */
    private static final Duration FIRST_MOMENT = Duration.ofMillis(5);

    /**
     * The same for a virtual thread, whose carrier is held no longer than by a few calls of
     * posix_spawn. For other threads it pays to wait for longer than a tick of the kernel (4 ms
     * with HZ=250): an earlier end of the wait needs a timer of its own, which costs a virtual
     * machine as much as two switches of context.
     */
    private static final Duration FIRST_MOMENT_ON_CARRIER = Duration.ofMillis(2);

    private final String name;
    private final Descriptor descriptor;
    private final ChildProcess child;
    private final Runnable whenSlow;
    private final Waiter waiter = new Waiter();
    private final Duration moment =
            Thread.currentThread().isVirtual() ? FIRST_MOMENT_ON_CARRIER : FIRST_MOMENT;
    private final Deadline firstMoment = Deadline.after(moment);
    private volatile Duration timeout = Deadline.FOREVER;
    private boolean watchesExit;

    /** Whether something was read, or tried to. */
    private boolean begun;

    /** Whether the last read found as much as one call moves. */
    private boolean flowing;

    /**
     * A stream.
     *
     * @param whenSlow runs at each read after the first moment
     */
    PipeOutput(String name, Descriptor descriptor, ChildProcess child, Runnable whenSlow) {
        this.name = name;
        this.descriptor = descriptor;
        this.child = child;
        this.whenSlow = whenSlow;
        descriptor.whenReady(waiter::wake);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        // A program that was started just now has not written yet.
        int count = begun ? descriptor.read(target, offset, length) : Descriptor.NOT_READY;
        begun = true;
        if (count == Descriptor.NOT_READY && flowing) {
            // The program is about to write more, perhaps as soon as it gets this processor.
            Thread.yield();
            count = descriptor.read(target, offset, length);
        }
        flowing = count == Descriptor.PIPE_SIZE;
        if (flowing) {
            descriptor.enlarge();
        }
        while (count == Descriptor.NOT_READY && !firstMoment.passed()) {
            descriptor.blockUntilEnd(moment);
            count = descriptor.read(target, offset, length);
        }
        if (firstMoment.passed()) {
            whenSlow.run();
        }
        return count == Descriptor.NOT_READY
                ? awaitAndRead(target, offset, length)
                : countOrEnd(count);
    }

    @Override
    public int available() throws IOException {
        return descriptor.available();
    }

    @Override
    public void timeout(Duration limit) {
        timeout = limit;
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private int awaitAndRead(byte[] target, int offset, int length) throws IOException {
        Duration limit = timeout;
        Deadline deadline = Deadline.after(limit);
        Deadline unwatched = Deadline.after(UNWATCHED);
        while (true) {
            waiter.prepare();
            descriptor.arm(EpollCalls.EPOLLIN);
            waiter.await(deadline.earlier(watchesExit ? child.lingerEnd() : unwatched));
            int count = descriptor.read(target, offset, length);
            if (count != Descriptor.NOT_READY) {
                return countOrEnd(count);
            }
            if (child.lingerEnd().passed()) {
                return -1;
            }
            if (deadline.passed()) {
                throw new ProgramTimeoutException(name, limit);
            }
            if (!watchesExit && unwatched.passed()) {
                watchesExit = true;
                child.onExit().whenComplete((status, failure) -> waiter.wake());
            }
        }
    }

    private int countOrEnd(int count) throws IOException {
        if (count < 0) {
            throw new IOException("reading " + name + ": errno " + -count);
        }
        return count == 0 ? -1 : count;
    }
}
