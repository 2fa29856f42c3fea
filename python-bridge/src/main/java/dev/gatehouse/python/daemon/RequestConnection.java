package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.util.Map;

/**
 * The connection to one thread of a worker. Frames are written and read by the thread that leases
 * it; any thread may close it, which ends a wait of the one that leases it.
 */
final class RequestConnection {

    private final Line line;
    private final FrameReader reader;
    private final FrameWriter writer = new FrameWriter();
    private final Worker worker;
    private final int slot;
    private long number;

    /** The request in hand, for the housekeeper; null between requests. */
    private volatile Exchange exchange;

    RequestConnection(Line line, FrameReader reader, Worker worker, int slot) {
        this.line = line;
        this.reader = reader;
        this.worker = worker;
        this.slot = slot;
    }

    Worker worker() {
        return worker;
    }

    int slot() {
        return slot;
    }

    FrameReader reader() {
        return reader;
    }

    /** The number of the request that was sent last. */
    long number() {
        return number;
    }

    Exchange exchange() {
        return exchange;
    }

    void begin(Exchange request) {
        exchange = request;
    }

    void end() {
        exchange = null;
    }

    boolean isOpen() {
        return line.isOpen();
    }

    /** Sends a request with what there is of its body. */
    void sendRequest(Map<String, Object> environ, byte[] body, boolean more, Arrivals arrivals)
            throws IOException {
        number = worker.nextRequestNumber();
        line.begin(arrivals);
        writer.begin(Frame.REQUEST).u64(number).u8(more ? Frame.MORE_BODY : 0);
        EnvironEncoder.encode(environ, writer);
        reader.expect(line);
        writer.put(body, 0, body.length).write(line);
    }

    /** Sends a frame. */
    void send(int type, byte[] payload, int offset, int length) throws IOException {
        writer.begin(type).put(payload, offset, length).write(line);
    }

    /** Sends a frame without a payload. */
    void send(int type) throws IOException {
        writer.begin(type).write(line);
    }

    /** Gives up the request, if there is one: the worker's thread finds its connection closed. */
    void close() {
        try {
            line.close();
        } catch (IOException e) {
            // It is of no use any more, which is all that was wanted.
        } finally {
            worker.forget(this);
        }
    }
}
