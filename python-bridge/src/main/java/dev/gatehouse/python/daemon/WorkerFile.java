package dev.gatehouse.python.daemon;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that a worker has open, opened once more by us: the same inode, whatever its name. */
final class WorkerFile implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final FileChannel file;
    private long position;
    private long left;

    private WorkerFile(FileChannel file, long position, long length) {
        this.file = file;
        this.position = position;
        this.left = length;
    }

    /** Opens it; empty if that is not possible. */
    static Optional<WorkerFile> open(long pid, int descriptor, long position, long length) {
        try {
            Path path = Path.of("/proc/" + pid + "/fd/" + Integer.toUnsignedString(descriptor));
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            return Optional.of(new WorkerFile(file, position, length));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The next block; empty at the end of the part. */
    Optional<byte[]> next() throws IOException {
        if (left == 0) {
            return Optional.empty();
        }
        byte[] block = new byte[(int) Math.min(BLOCK, left)];
        ByteBuffer buffer = ByteBuffer.wrap(block);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file has become " + left + " bytes shorter");
            }
        }
        position += block.length;
        left -= block.length;
        return Optional.of(block);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
