package dev.gatehouse.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A response body that is a file (PEP 3333, "Optional Platform-Specific File Handling").
 *
 * <p>It is an ordinary body, so middleware may iterate it. When the object that an application
 * returns is a FileWrapper, the server sends the file in the fastest way the container has; nothing
 * is sent before it is returned. Not thread-safe; iterated at most once.
 */
public final class FileWrapper implements Iterable<byte[]>, AutoCloseable {

    /** The value of {@code wsgi.file_wrapper}: makes a body of an open file. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Makes a body of what is left in a stream.
         *
         * @param file read from its current position, and closed with the body
         * @param blockSize how many bytes to read at a time, at least 1
         */
        FileWrapper wrap(InputStream file, int blockSize);
    }

    /**
     * A range of bytes of a file.
     *
     * @param path the file, which must stay as it is until the response has been sent
     * @param offset the first byte, from 0
     * @param length the number of bytes, at least 0
     */
    public record Region(Path path, long offset, long length) {

        /** Refuses a negative offset or length. */
        public Region {
            Objects.requireNonNull(path, "path");
            if (offset < 0 || length < 0) {
                throw new IllegalArgumentException(
                        "offset and length must not be negative, were " + offset + ", " + length);
            }
        }
    }

    private static final int BLOCK_SIZE = 64 * 1024;

    private final Region region;
    private final int blockSize;
    private InputStream file;

    private FileWrapper(Region region, InputStream file, int blockSize) {
        if (blockSize < 1) {
            throw new IllegalArgumentException("blockSize must be at least 1, was " + blockSize);
        }
        this.region = region;
        this.file = file;
        this.blockSize = blockSize;
    }

    /**
     * A whole file. Its length at this moment becomes the Content-Length, if the application gives
     * none.
     *
     * @param path the file, which must stay as it is until the response has been sent
     * @throws IOException if the file does not exist or cannot be examined
     */
    public static FileWrapper of(Path path) throws IOException {
        return of(path, 0, Files.size(path));
    }

    /**
     * A part of a file, as for a Range request.
     *
     * @param path the file, which must stay as it is until the response has been sent
     * @param offset the first byte, from 0
     * @param length the number of bytes, at least 0
     */
    public static FileWrapper of(Path path, long offset, long length) {
        return new FileWrapper(new Region(path, offset, length), null, BLOCK_SIZE);
    }

    /**
     * What is left in a stream.
     *
     * @param file read from its current position, and closed with the body
     * @param blockSize how many bytes to read at a time, at least 1
     */
    public static FileWrapper of(InputStream file, int blockSize) {
        return new FileWrapper(null, Objects.requireNonNull(file, "file"), blockSize);
    }

    /** The part of a file that this body is; empty if it was made of a stream. */
    public Optional<Region> region() {
        return Optional.ofNullable(region);
    }

    /** The blocks of the file; a failure to read it surfaces as {@link UncheckedIOException}. */
    @Override
    public Iterator<byte[]> iterator() {
        return new Blocks(region == null ? Long.MAX_VALUE : region.length());
    }

    /**
     * Closes the file, if it was opened.
     *
     * @throws IOException if the stream raises it
     */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private final class Blocks implements Iterator<byte[]> {

        private long left;
        private byte[] next;

        Blocks(long left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            if (next == null && left > 0) {
                next = read();
            }
            return next != null;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            byte[] block = next;
            next = null;
            return block;
        }

        private byte[] read() {
            try {
                if (file == null) {
                    file = Files.newInputStream(region.path());
                    file.skipNBytes(region.offset());
                }
                byte[] block = new byte[(int) Math.min(blockSize, left)];
                int count = file.read(block);
                if (count < 0) {
                    left = 0;
                    return null;
                }
                left -= count;
                return count == block.length ? block : Arrays.copyOf(block, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
