package dev.gatehouse.gateway;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A body that waits for its reader: first in memory, then in a temporary file that nobody else can
 * find and that is gone when the spool is closed, or when the JVM ends.
 *
 * <p>Bytes are written, and can then be read as often as needed. Used by one thread at a time;
 * streams from {@link #read()} may be read by other threads once nothing is written any more.
 */
public final class BodySpool extends OutputStream {

    private static final int FIRST_SIZE = 8 * 1024;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final SpoolBudget budget;
    private final Path folder;
    private final int mostMemory;
    private final long limit;

    private byte[] memory = new byte[0];
    private FileChannel file;
    private long onDisk;
    private long size;

    /**
     * An empty spool.
     *
     * @param budget what all spools share
     * @param folder where the temporary file is made, if one is needed
     * @param mostMemory how many bytes may lie in memory
     * @param limit how many bytes the body may have
     */
    public BodySpool(SpoolBudget budget, Path folder, int mostMemory, long limit) {
        this.budget = Objects.requireNonNull(budget, "budget");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.mostMemory = mostMemory;
        this.limit = limit;
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * Appends bytes.
     *
     * @throws BodyTooLargeException if the body is over its limit
     * @throws OverloadedException if the budget is used up
     * @throws IOException if the temporary file cannot be written
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > limit - size) {
            throw new BodyTooLargeException(limit);
        }
        if (file == null && hasMemoryFor(length)) {
            System.arraycopy(bytes, offset, memory, (int) size, length);
        } else {
            writeToFile(ByteBuffer.wrap(bytes, offset, length));
        }
        size += length;
    }

    /** All that was written so far, from the start; at most that much is read. */
    public InputStream read() {
        return file == null ? new ByteArrayInputStream(memory, 0, (int) size) : new FromFile(size);
    }

    /** Frees everything. Idempotent; streams of a spool that is closed fail. */
    @Override
    public void close() throws IOException {
        budget.memory().give(memory.length);
        budget.disk().give(onDisk);
        memory = new byte[0];
        onDisk = 0;
        if (file != null) {
            file.close();
        }
    }

    private boolean hasMemoryFor(int length) {
        long needed = size + length;
        if (needed <= memory.length) {
            return true;
        }
        int larger = (int) Math.min(mostMemory, Math.max(Math.max(FIRST_SIZE, needed), 2 * size));
        if (needed > mostMemory || !budget.memory().take(larger - memory.length)) {
            return false;
        }
        memory = Arrays.copyOf(memory, larger);
        return true;
    }

    private void writeToFile(ByteBuffer bytes) throws IOException {
        if (file == null) {
            moveToFile();
        }
        append(bytes);
    }

    private void moveToFile() throws IOException {
        // On Unix the name is removed as soon as the file is open.
        file =
                FileChannel.open(
                        folder.resolve("body-" + UUID.randomUUID()),
                        Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE));
        append(ByteBuffer.wrap(memory, 0, (int) size));
        budget.memory().give(memory.length);
        memory = new byte[0];
    }

    private void append(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        if (!budget.disk().take(length)) {
            throw new OverloadedException("no room for bodies is left on disk", RETRY);
        }
        onDisk += length;
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private final class FromFile extends InputStream {

        private final long end;
        private long position;

        FromFile(long end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0 || position == end) {
                return length == 0 ? 0 : -1;
            }
            int most = (int) Math.min(length, end - position);
            int count = file.read(ByteBuffer.wrap(target, offset, most), position);
            if (count > 0) {
                position += count;
            }
            return count;
        }
    }
}
