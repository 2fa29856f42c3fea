package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The stdout or stderr of a program over a stream of {@link Process}.
 *
 * <p>A read of such a stream cannot be cut short. So where nothing is there yet, another thread
 * reads, and the caller waits for that thread; what it reads after the caller has given up is for
 * the next call.
 */
final class BlockingOutput extends ProgramOutput {

    private static final int MOST_AHEAD = 64 * 1024;
    private static final byte[] NOTHING = {};

    /** How long a read waits before it is slow, and also watches for the exit of the program. */
    private static final Duration UNWATCHED = Duration.ofMillis(30);

    private final String name;
    private final InputStream stream;
    private final ExitLinger linger;
    private final Runnable whenSlow;
    private final Executor blocking;
    private final Waiter waiter = new Waiter();
    private volatile Duration timeout = Deadline.FOREVER;
    private volatile boolean closed;
    private volatile boolean ended;

    private Optional<CompletableFuture<byte[]>> reading = Optional.empty();
    private byte[] ahead = NOTHING;
    private int aheadPosition;
    private boolean slow;

    /**
     * A stream.
     *
     * @param whenSlow runs once, before a read waits for long
     */
    BlockingOutput(
            String name,
            InputStream stream,
            ExitLinger linger,
            Runnable whenSlow,
            Executor blocking) {
        this.name = name;
        this.stream = stream;
        this.linger = linger;
        this.whenSlow = whenSlow;
        this.blocking = blocking;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        requireOpen();
        if (length == 0) {
            return 0;
        }
        if (aheadPosition == ahead.length) {
            // Nobody else reads, so what is available stays so: this does not wait.
            if (reading.isEmpty() && stream.available() > 0) {
                return stream.read(target, offset, length);
            }
            ahead = awaitBlock(length);
            aheadPosition = 0;
        }
        int count = Math.min(length, ahead.length - aheadPosition);
        System.arraycopy(ahead, aheadPosition, target, offset, count);
        aheadPosition += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public int available() throws IOException {
        requireOpen();
        return reading.isPresent()
                ? ahead.length - aheadPosition
                : ahead.length - aheadPosition + stream.available();
    }

    @Override
    public void timeout(Duration limit) {
        timeout = limit;
    }

    @Override
    public void close() {
        closed = true;
        waiter.wake();
        try {
            stream.close();
        } catch (IOException e) {
            // Our end is closed all the same.
        }
    }

    /** Whether everybody has closed the other end. */
    boolean hasEnded() {
        return ended;
    }

    /** The next bytes that come; none at the end. */
    private byte[] awaitBlock(int length) throws IOException {
        CompletableFuture<byte[]> block = reading.orElseGet(() -> startReading(length));
        reading = Optional.of(block);
        Duration limit = timeout;
        Deadline deadline = Deadline.after(limit);
        Deadline unwatched = Deadline.after(UNWATCHED);
        while (true) {
            waiter.prepare();
            if (block.isDone()) {
                reading = Optional.empty();
                return result(block);
            }
            requireOpen();
            if (linger.end().passed()) {
                return NOTHING;
            }
            if (deadline.passed()) {
                throw new ProgramTimeoutException(name, limit);
            }
            if (!slow && unwatched.passed()) {
                slow = true;
                whenSlow.run();
                linger.watch(waiter::wake);
            }
            waiter.await(deadline.earlier(slow ? linger.end() : unwatched));
        }
    }

    private CompletableFuture<byte[]> startReading(int length) {
        CompletableFuture<byte[]> block = new CompletableFuture<>();
        block.whenComplete((bytes, failure) -> waiter.wake());
        try {
            return block.completeAsync(() -> readBlock(length), blocking);
        } catch (RejectedExecutionException e) {
            block.completeExceptionally(new IOException("the launcher is closed", e));
            return block;
        }
    }

    private byte[] readBlock(int length) {
        try {
            byte[] bytes = new byte[Math.min(length, MOST_AHEAD)];
            int count = stream.read(bytes);
            ended = count < 0;
            return ended ? NOTHING : Arrays.copyOf(bytes, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] result(CompletableFuture<byte[]> block) throws IOException {
        try {
            return block.join();
        } catch (CompletionException e) {
            requireOpen();
            throw new IOException("reading " + name, e.getCause());
        }
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }
}
