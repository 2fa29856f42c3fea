package dev.gatehouse.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The stdin of a program over a stream of {@link Process}.
 *
 * <p>A write to such a stream cannot be cut short. So another thread writes, and the caller waits
 * for that thread; only what a new pipe takes for certain is written at once.
 */
final class BlockingInput extends ProgramInput {

    /** A pipe holds at least one page, also for a user who has used up the quota (pipe(7)). */
    private static final int LEAST_CAPACITY = 4096;

    private static final int BLOCK = 64 * 1024;

    private final OutputStream stream;
    private final Runnable whenSlow;
    private final Executor blocking;
    private final Waiter waiter = new Waiter();
    private volatile Duration timeout = Deadline.FOREVER;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private int offered;

    /**
     * A stream.
     *
     * @param whenSlow runs before a write may wait
     */
    BlockingInput(OutputStream stream, Runnable whenSlow, Executor blocking) {
        this.stream = stream;
        this.whenSlow = whenSlow;
        this.blocking = blocking;
    }

    @Override
    public int offer(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireOpen();
        int count = Math.min(length, LEAST_CAPACITY - offered);
        if (count > 0) {
            offered += count;
            try {
                stream.write(bytes, offset, count);
                stream.flush();
            } catch (IOException e) {
                throw closedBySomebody();
            }
        }
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int position = offset + offer(bytes, offset, length);
        while (position < end) {
            whenSlow.run();
            awaitWritten();
            int blockEnd = Math.min(end, position + BLOCK);
            byte[] block = Arrays.copyOfRange(bytes, position, blockEnd);
            writing = CompletableFuture.runAsync(() -> writeBlock(block), blocking);
            writing.whenComplete((nothing, failure) -> waiter.wake());
            awaitWritten();
            position = blockEnd;
        }
    }

    @Override
    public void timeout(Duration limit) {
        timeout = limit;
    }

    @Override
    public void close() {
        closed = true;
        waiter.wake();
        // The stream's own close would wait for a write that waits.
        writing.whenComplete((nothing, failure) -> closeStream());
    }

    private void awaitWritten() throws IOException {
        Duration limit = timeout;
        Deadline deadline = Deadline.after(limit);
        while (true) {
            waiter.prepare();
            if (writing.isDone()) {
                requireWritten();
                return;
            }
            requireOpen();
            if (deadline.passed()) {
                throw new ProgramTimeoutException("stdin", limit);
            }
            waiter.await(deadline);
        }
    }

    private void requireWritten() throws IOException {
        requireOpen();
        try {
            writing.join();
        } catch (CompletionException e) {
            throw closedBySomebody();
        }
    }

    private void writeBlock(byte[] block) {
        try {
            stream.write(block);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeStream() {
        try {
            stream.close();
        } catch (IOException e) {
            // Our end is closed all the same.
        }
    }

    // Nothing but a closed pipe makes a write to it fail, on either side.
    private IOException closedBySomebody() throws IOException {
        requireOpen();
        return new InputClosedException();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }
}
