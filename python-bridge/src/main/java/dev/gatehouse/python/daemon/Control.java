package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The control connection of a worker. {@link #send} may be called from any thread. */
final class Control {

    private final Line line;
    private final FrameReader reader;
    private final FrameWriter writer = new FrameWriter();
    private final ReentrantLock lock = new ReentrantLock();

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

    /** Hands over frames until the connection ends. */
    void serve(Worker worker) {
        try {
            while (true) {
                worker.take(reader.next(), reader);
            }
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        try {
            line.close();
        } catch (IOException e) {
            // The worker will notice the exit of this side in any case.
        }
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
