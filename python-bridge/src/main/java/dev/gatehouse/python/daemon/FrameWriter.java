package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * Makes frames in a buffer of its own and writes each with one write of the channel. Not
 * thread-safe.
 */
final class FrameWriter {

    private static final int FIRST_SIZE = 8 * 1024;

    /** A buffer that had to grow beyond this is not kept. */
    private static final int LARGEST_KEPT = 256 * 1024;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int end;
    private ByteBuffer direct = ByteBuffer.allocateDirect(FIRST_SIZE);

    /** Begins a frame of this type. */
    FrameWriter begin(int type) {
        end = Frame.HEADER;
        bytes[Frame.HEADER - 1] = (byte) type;
        return this;
    }

    /** The offset at which the next byte will lie. */
    int position() {
        return end;
    }

    FrameWriter u8(int value) {
        reserve(1);
        bytes[end++] = (byte) value;
        return this;
    }

    FrameWriter u32(int value) {
        reserve(4);
        end += 4;
        return u32At(end - 4, value);
    }

    /** Sets a u32 that was written before. */
    FrameWriter u32At(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
        return this;
    }

    FrameWriter u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    FrameWriter put(byte[] block, int offset, int length) {
        reserve(length);
        System.arraycopy(block, offset, bytes, end, length);
        end += length;
        return this;
    }

    /**
     * Adds a native string.
     *
     * @return false if it has a char that is no byte, or NUL; what was added is then undefined
     */
    boolean nativeString(String text) {
        int length = text.length();
        reserve(length);
        byte[] into = bytes;
        int at = end;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || c > 0xFF) {
                return false;
            }
            into[at + i] = (byte) c;
        }
        end += length;
        return true;
    }

    /** Takes back what was added after this position. */
    void truncate(int position) {
        end = position;
    }

    /** Writes the frame. */
    void write(WritableByteChannel channel) throws IOException {
        u32At(0, end - Frame.HEADER);
        if (direct.capacity() < end) {
            direct = ByteBuffer.allocateDirect(bytes.length);
        }
        direct.clear().put(bytes, 0, end).flip();
        while (direct.hasRemaining()) {
            channel.write(direct);
        }
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[FIRST_SIZE];
            direct = ByteBuffer.allocateDirect(FIRST_SIZE);
        }
    }

    private void reserve(int count) {
        if (bytes.length - end < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
        }
    }
}
