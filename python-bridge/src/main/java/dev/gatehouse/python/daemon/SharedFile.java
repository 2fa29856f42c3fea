package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that one worker and we have in common, open on our side: whoever it belongs to, we can
 * read it.
 *
 * @param path where it is
 * @param channel for reading and writing
 */
record SharedFile(Path path, FileChannel channel) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
