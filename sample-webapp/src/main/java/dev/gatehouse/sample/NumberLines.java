package dev.gatehouse.sample;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A text whose lines are their own numbers, 16 bytes each: every part of it can be made without the
 * rest.
 *
 * @param range the part
 */
record NumberLines(ByteRange range) implements Iterable<byte[]> {

    private static final int LINE = 16;
    private static final int BLOCK = 4096 * LINE;

    /** The part in blocks of at most 64 KiB, each made when it is asked for. */
    @Override
    public Iterator<byte[]> iterator() {
        return new Blocks();
    }

    private final class Blocks implements Iterator<byte[]> {

        private long position = range.first();

        @Override
        public boolean hasNext() {
            return position <= range.last();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int length = (int) Math.min(BLOCK, range.last() - position + 1);
            int within = (int) (position % LINE);
            byte[] lines = lines(position / LINE, (within + length + LINE - 1) / LINE);
            position += length;
            return Arrays.copyOfRange(lines, within, within + length);
        }

        private static byte[] lines(long first, int count) {
            byte[] lines = new byte[count * LINE];
            for (int i = 0; i < count; i++) {
                putLine(first + i, lines, i * LINE);
            }
            return lines;
        }

        private static void putLine(long number, byte[] lines, int offset) {
            lines[offset + LINE - 1] = '\n';
            long left = number;
            for (int i = offset + LINE - 2; i >= offset; i--) {
                lines[i] = (byte) ('0' + left % 10);
                left /= 10;
            }
        }
    }
}
