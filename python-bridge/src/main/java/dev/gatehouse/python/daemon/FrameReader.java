package dev.gatehouse.python.daemon;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Reads frames from a connection: one read of the channel brings all frames that have arrived.
 *
 * <p>For each frame, {@link #next()} and then the payload, whole or in parts. Not thread-safe.
 */
final class FrameReader {

    /** Room for a block of the usual size, for its header and for what follows it. */
    private static final int BUFFER = 128 * 1024;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();
    private int left;

    /** Whether the buffer is with the line, empty and ready to be filled. */
    private boolean expecting;

    FrameReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Lets the next frame be read as soon as it comes, if none has come yet. */
    void expect(Line line) {
        if (!buffer.hasRemaining()) {
            expecting = true;
            line.expect(buffer.clear());
        }
    }

    /**
     * Waits for the next frame and returns its type.
     *
     * @throws EOFException if the connection has ended
     */
    int next() throws IOException {
        await(Frame.HEADER);
        left = buffer.getInt();
        if (left < 0) {
            throw new ProtocolException("a frame of " + Integer.toUnsignedLong(left) + " bytes");
        }
        return buffer.get();
    }

    /** The bytes of the payload that were not taken yet. */
    int left() {
        return left;
    }

    /** Whether the next frame has arrived as a whole, so that nothing has to be waited for. */
    boolean hasNext() {
        return buffer.remaining() >= Frame.HEADER
                && buffer.remaining() - Frame.HEADER >= buffer.getInt(buffer.position());
    }

    /** Whether the next frame is of this type and has arrived as a whole. */
    boolean hasNext(int type) {
        return hasNext() && buffer.get(buffer.position() + Frame.HEADER - 1) == type;
    }

    /**
     * The rest of the payload.
     *
     * @throws ProtocolException if it has more bytes than {@code most}
     */
    byte[] payload(int most) throws IOException {
        if (left > most) {
            throw new ProtocolException("a frame of " + left + " bytes, at most " + most);
        }
        byte[] payload = new byte[left];
        for (int at = 0; at < payload.length; ) {
            await(1);
            int count = Math.min(buffer.remaining(), payload.length - at);
            buffer.get(payload, at, count);
            at += count;
        }
        left = 0;
        return payload;
    }

    /**
     * The rest of the payload, or as much as there is room for: a block that arrives in pieces
     * would go on to the client in as many. The payload must not be taken yet.
     */
    byte[] part() throws IOException {
        await(Math.min(left, BUFFER));
        byte[] part = new byte[Math.min(left, buffer.remaining())];
        buffer.get(part);
        left -= part.length;
        return part;
    }

    private void await(int count) throws IOException {
        if (!expecting) {
            if (buffer.remaining() >= count) {
                return;
            }
            buffer.compact();
        }
        expecting = false;
        try {
            while (buffer.position() < count) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("the worker's connection has ended");
                }
            }
        } finally {
            buffer.flip();
        }
    }
}
