package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the stderr of a {@link Process} on a thread of its own. */
final class BlockingDrain implements ErrorDrain {

    private static final int BLOCK = 8 * 1024;

    private final InputStream stream;
    private final ErrorRelay relay;
    private final Executor blocking;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<Void> reading = new CompletableFuture<>();

    BlockingDrain(InputStream stream, ErrorRelay relay, Executor blocking) {
        this.stream = stream;
        this.relay = relay;
        this.blocking = blocking;
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            reading.completeAsync(this::readAll, blocking);
        }
    }

    /** Soon after this an escaped process that holds the pipe is listened to no longer. */
    @Override
    public void finish() {
        if (started.compareAndSet(false, true)) {
            readAvailable();
            end();
        } else if (reading.isDone()) {
            end();
        } else {
            blocking.execute(this::awaitAndEnd);
        }
    }

    private Void readAll() {
        byte[] block = new byte[BLOCK];
        try {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                relay.offer(block, count);
            }
        } catch (IOException e) {
            // The stream was closed here, by finish().
        }
        relay.end();
        return null;
    }

    private void readAvailable() {
        try {
            for (int count = stream.available(); count > 0; count = stream.available()) {
                relay.offer(stream.readNBytes(count), count);
            }
        } catch (IOException e) {
            // It has ended already.
        }
    }

    private void awaitAndEnd() {
        try {
            reading.get(ProgramOutput.LINGER.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What an escaped process writes from now on is lost.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    private void end() {
        try {
            stream.close();
        } catch (IOException e) {
            // Our end is closed all the same.
        }
        relay.end();
    }
}
