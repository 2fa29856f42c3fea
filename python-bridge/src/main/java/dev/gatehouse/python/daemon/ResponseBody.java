package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.GatewayException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A response body that does not come in one piece.
 *
 * <p>While the thread of the request sends to the client it is away from the worker. When it stays
 * away, a drainer takes its place with the worker and fills a spool, so that a slow client holds no
 * worker; from then on the thread takes what is in the spool.
 */
@SuppressWarnings("IterableAndIterator") // read once, and one object the less per response
final class ResponseBody implements Iterable<byte[]>, Iterator<byte[]>, AutoCloseable {

    private enum Reader {
        /** The thread of the request is with the worker. */
        REQUEST,
        /** It is with the client. */
        NOBODY,
        /** A drainer has taken its place. */
        DRAINER
    }

    private final Exchange exchange;
    private final AtomicReference<Reader> reader = new AtomicReference<>(Reader.REQUEST);
    private volatile ResponseSpool spool;
    private Optional<byte[]> next;

    /**
     * A body.
     *
     * @param first what is known of it
     */
    ResponseBody(Exchange exchange, Optional<byte[]> first) {
        this.exchange = exchange;
        this.next = first;
        exchange.body(this);
        if (first.isPresent()) {
            goToClient();
        }
    }

    @Override
    public Iterator<byte[]> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = await();
        }
        return next.isPresent();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] block = next.get();
        next = Optional.empty();
        return block;
    }

    /** Ends the request if it is not over. */
    @Override
    public void close() throws IOException {
        exchange.giveUp();
        exchange.closeContent();
        ResponseSpool drained = spool;
        if (drained != null) {
            drained.close();
        }
        if (exchange.file().isPresent()) {
            exchange.file().get().close();
        }
    }

    /** For how long the thread of the request has been with the client, in nanoseconds. */
    long awayFor() {
        return reader.get() == Reader.NOBODY ? exchange.stopwatch().pausedFor() : 0;
    }

    /**
     * Takes the place of the thread of the request.
     *
     * @return false if it has just come back
     */
    boolean replaceReader(ResponseSpool into) {
        spool = into;
        if (!reader.compareAndSet(Reader.NOBODY, Reader.DRAINER)) {
            return false;
        }
        exchange.stopwatch().resume();
        return true;
    }

    /** Fills the spool until the worker has sent all. */
    void drain() {
        ResponseSpool into = spool;
        Stopwatch stopwatch = exchange.stopwatch();
        try {
            Optional<byte[]> block = exchange.next();
            while (block.isPresent()
                    && into.put(block.get(), stopwatch::pause, stopwatch::resume)) {
                block = exchange.next();
            }
            into.end();
        } catch (Throwable e) {
            into.fail(e);
        }
    }

    private Optional<byte[]> await() {
        try {
            Optional<byte[]> block = returnFromClient() ? fromWorker() : fromSpool();
            return block.isPresent() ? block : fromFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new GatewayException(502, e.getMessage(), e);
        }
    }

    private Optional<byte[]> fromWorker() throws Exception {
        Optional<byte[]> block = exchange.next();
        if (block.isPresent()) {
            goToClient();
        }
        return block;
    }

    private Optional<byte[]> fromSpool() throws Exception {
        Optional<byte[]> block = spool.take();
        if (block.isEmpty() && spool.failure().isPresent()) {
            Throwable failure = spool.failure().get();
            throw failure instanceof Exception known ? known : new IllegalStateException(failure);
        }
        return block;
    }

    private Optional<byte[]> fromFile() throws IOException {
        return exchange.file().isPresent() ? exchange.file().get().next() : Optional.empty();
    }

    private void goToClient() {
        if (!exchange.isOver()) {
            exchange.stopwatch().pause();
            reader.set(Reader.NOBODY);
        }
    }

    /** Whether the worker is this thread's to read from. */
    private boolean returnFromClient() {
        if (reader.compareAndSet(Reader.NOBODY, Reader.REQUEST)) {
            exchange.stopwatch().resume();
        }
        return reader.get() == Reader.REQUEST;
    }
}
