package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The control connection of a worker. {@link #send} may be called from any thread. */
final class Control {

    private static final int LARGEST_TEXT = 8 * 1024 * 1024;

    private final Line line;
    private final FrameReader reader;
    private final FrameWriter writer = new FrameWriter();
    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Void> heardOut = new CompletableFuture<>();

    Control(Line line, FrameReader reader) {
        this.line = line;
        this.reader = reader;
    }

    /** Sends a frame without a payload; a worker that is gone hears nothing. */
    void send(int type) {
        send(type, frame -> frame);
    }

    /** Sends a frame about one thread, or {@link Frame#NO_SLOT}. */
    void send(int type, int slot) {
        send(type, frame -> frame.u32(slot));
    }

    /** Tells the worker here what its process says, until the connection ends. */
    void serve(Worker worker) {
        try {
            while (true) {
                take(reader.next(), worker);
            }
        } catch (IOException e) {
            close();
        } finally {
            heardOut.complete(null);
        }
    }

    /**
     * Closes the connection of a process that has ended, once everything that it said was heard.
     *
     * @param patience how long that may take; a child of the process can hold its end open
     */
    void closeHeardOut(Duration patience) {
        Moment.await(heardOut, patience);
        close();
    }

    void close() {
        try {
            line.close();
        } catch (IOException e) {
            // The worker will notice the exit of this side in any case.
        }
    }

    private void take(int type, Worker worker) throws IOException {
        worker.heard();
        switch (type) {
            case Frame.LOG -> worker.applicationLog().record(reader, worker.lastLines());
            case Frame.PONG -> reader.payload(0);
            case Frame.READY -> {
                reader.payload(0);
                worker.loaded();
            }
            case Frame.FAILED -> worker.fail(failure(reader.payload(LARGEST_TEXT)));
            case Frame.STACKS -> worker.applicationLog().output(text());
            case Frame.CHANGED -> worker.changed(text());
            default -> throw ProtocolException.unexpected(type);
        }
    }

    private String text() throws IOException {
        return new String(reader.payload(LARGEST_TEXT), UTF_8);
    }

    private static StartFailure failure(byte[] pairs) {
        Map<String, String> failure = Pairs.text(pairs);
        return new StartFailure(
                failure.get("error") + "; " + failure.get("remedy"), failure.get("traceback"));
    }

    private void send(int type, UnaryOperator<FrameWriter> payload) {
        lock.lock();
        try {
            payload.apply(writer.begin(type)).write(line);
        } catch (IOException e) {
            close();
        } finally {
            lock.unlock();
        }
    }
}
