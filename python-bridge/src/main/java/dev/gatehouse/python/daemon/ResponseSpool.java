package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.BodySpool;
import dev.gatehouse.gateway.OverloadedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What of a response waits for a slow client: one thread puts blocks in, another takes them out in
 * the same order.
 *
 * <p>The blocks go into one spool until the reader comes for them; it then has that spool for
 * itself, and the next one begins.
 */
final class ResponseSpool {

    private static final int BLOCK = 64 * 1024;
    private static final long RETRY_MILLIS = 50;

    private final Supplier<BodySpool> spools;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private BodySpool filling;
    private boolean ended;
    private boolean unwanted;
    private Throwable failure;

    /** What the reader empties; its own. */
    private BodySpool emptying;

    private InputStream in = InputStream.nullInputStream();

    ResponseSpool(Supplier<BodySpool> spools) {
        this.spools = spools;
        this.filling = spools.get();
        this.emptying = spools.get();
    }

    /**
     * Adds a block; waits while there is no room at all.
     *
     * @param waiting called before a wait
     * @param going called after it
     * @return false if nobody wants it any more
     */
    boolean put(byte[] block, Runnable waiting, Runnable going)
            throws IOException, InterruptedException {
        lock.lock();
        try {
            boolean waited = false;
            while (!unwanted && !fits(block)) {
                if (!waited) {
                    waiting.run();
                    waited = true;
                }
                changed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (waited) {
                going.run();
            }
            changed.signalAll();
            return !unwanted;
        } finally {
            lock.unlock();
        }
    }

    /** There is no more. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What comes next cannot be had. */
    void fail(Throwable error) {
        lock.lock();
        try {
            failure = error;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next block; waits for it.
     *
     * @return empty at the end
     * @throws IOException if the spool cannot be read
     */
    Optional<byte[]> take() throws IOException, InterruptedException {
        byte[] block = in.readNBytes(BLOCK);
        while (block.length == 0) {
            if (!swap()) {
                return Optional.empty();
            }
            block = in.readNBytes(BLOCK);
        }
        return Optional.of(block);
    }

    /** Why the response ended too early; empty if it did not. */
    Optional<Throwable> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    /** Frees everything; what is put in from now on is dropped. */
    void close() throws IOException {
        lock.lock();
        try {
            unwanted = true;
            filling.close();
            emptying.close();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(byte[] block) throws IOException {
        try {
            filling.write(block, 0, block.length);
            return true;
        } catch (OverloadedException e) {
            return false;
        }
    }

    /** Waits until the spool that is being filled has something, and makes it the reader's. */
    private boolean swap() throws IOException, InterruptedException {
        lock.lock();
        try {
            emptying.close();
            while (filling.size() == 0 && !ended) {
                changed.await();
            }
            if (filling.size() == 0) {
                return false;
            }
            emptying = filling;
            in = emptying.read();
            filling = spools.get();
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
