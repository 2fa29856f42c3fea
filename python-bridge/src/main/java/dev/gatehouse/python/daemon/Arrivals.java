package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads what workers answer to virtual threads: one thread for all connections of a pool, and one
 * read for each answer. Thread-safe.
 */
final class Arrivals implements AutoCloseable {

    private final PoolThreads threads;
    private final ReentrantLock opening = new ReentrantLock();

    /** Null as long as nobody needs it: without virtual threads nobody does. */
    private volatile Selector selector;

    private boolean closed;

    Arrivals(PoolThreads threads) {
        this.threads = threads;
    }

    /** Reads for a line from now on, whenever it wants that. */
    Listener listenTo(SocketChannel channel, Line line) throws IOException {
        Selector open = selector == null ? open() : selector;
        channel.configureBlocking(false);
        Listener listener = new Listener(open, line);
        listener.key = channel.register(open, 0, listener);
        return listener;
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            if (selector != null) {
                selector.close();
            }
        } catch (IOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot close a selector", e);
        } finally {
            opening.unlock();
        }
    }

    private Selector open() throws IOException {
        opening.lock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (selector == null) {
                Selector opened = Selector.open();
                threads.run(() -> readAll(opened));
                selector = opened;
            }
            return selector;
        } finally {
            opening.unlock();
        }
    }

    private static void readAll(Selector selector) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                selector.select(key -> ((Listener) key.attachment()).arrived());
            }
        } catch (IOException | ClosedSelectorException e) {
            // The pool is being closed.
        }
    }

    /** Stands between a line and the thread that reads for it. */
    static final class Listener {

        private final Selector selector;
        private final Line line;
        private SelectionKey key;

        /** Whether nothing is heard of new bytes, because nobody waited for the last ones. */
        private final AtomicBoolean deaf = new AtomicBoolean(true);

        private Listener(Selector selector, Line line) {
            this.selector = selector;
            this.line = line;
        }

        /** The line waits for bytes. */
        void wanted() {
            if (deaf.compareAndSet(true, false)) {
                listen(SelectionKey.OP_READ);
                selector.wakeup();
            }
        }

        /** The channel was closed: the selector has to let go of it before its worker notices. */
        void forget() {
            selector.wakeup();
        }

        private void arrived() {
            if (line.arrived()) {
                return;
            }
            // In this order: deafness that the line has ended must not come back.
            listen(0);
            deaf.set(true);
            // It may have begun to wait meanwhile, before it could see that it is not heard.
            if (line.isLent() && deaf.compareAndSet(true, false)) {
                listen(SelectionKey.OP_READ);
            }
        }

        private void listen(int operations) {
            try {
                key.interestOps(operations);
            } catch (CancelledKeyException e) {
                // The line was closed meanwhile, which whoever waits for it has been told.
            }
        }
    }
}
