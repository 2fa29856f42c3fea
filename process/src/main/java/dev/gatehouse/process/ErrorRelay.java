package dev.gatehouse.process;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a program wrote to stderr, on its way to a sink that may be slow.
 *
 * <p>The side that reads never waits; the sink runs on an executor, and only while there is
 * something to tell.
 */
final class ErrorRelay {

    private static final int MOST_PENDING = 64 * 1024;

    private final ErrorSink sink;
    private final Executor executor;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(0);
    private long dropped;
    private boolean delivering;
    private boolean ended;

    ErrorRelay(ErrorSink sink, Executor executor) {
        this.sink = sink;
        this.executor = executor;
    }

    /** Completes when {@link #end()} was called and the sink has taken everything. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Passes on the next bytes, or drops them if too much is waiting; none after the end. */
    void offer(byte[] bytes, int length) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            int taken = Math.min(length, MOST_PENDING - pending.size());
            pending.write(bytes, 0, taken);
            dropped += length - taken;
            if (delivering) {
                return;
            }
            delivering = true;
        } finally {
            lock.unlock();
        }
        startDelivery();
    }

    /** There is no more. Idempotent. */
    void end() {
        boolean complete;
        lock.lock();
        try {
            ended = true;
            complete = !delivering;
        } finally {
            lock.unlock();
        }
        if (complete) {
            done.complete(null);
        }
    }

    private void startDelivery() {
        try {
            executor.execute(this::deliver);
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
    }

    private void deliver() {
        try {
            while (deliverOnce()) {
                // More may have come while the sink was busy.
            }
        } catch (RuntimeException e) {
            // 'delivering' stays set: what follows is dropped, and the program is not held up.
            done.completeExceptionally(e);
        }
    }

    private boolean deliverOnce() {
        byte[] bytes;
        long lost;
        lock.lock();
        try {
            if (pending.size() == 0) {
                delivering = false;
                if (ended) {
                    done.complete(null);
                }
                return false;
            }
            bytes = pending.toByteArray();
            pending.reset();
            lost = dropped;
            dropped = 0;
        } finally {
            lock.unlock();
        }
        sink.accept(bytes, lost);
        return true;
    }
}
