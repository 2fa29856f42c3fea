package dev.gatehouse.cgi;

import dev.gatehouse.process.Feed;
import dev.gatehouse.process.RunningProgram;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

/** A request body that has arrived before the script is started. */
final class StoredInput implements ScriptInput {

    private final InputStream source;
    private final long length;
    private final Closeable owner;
    private final Progress progress = new Progress();

    /**
     * A stored body.
     *
     * @param length its length in bytes, at least 1
     * @param owner what is closed with it
     */
    StoredInput(InputStream source, long length, Closeable owner) {
        this.source = source;
        this.length = length;
        this.owner = owner;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void feed(RunningProgram program, Transcript transcript, Executor executor) {
        InputStream observed =
                new ObservedStream(
                        source,
                        (bytes, offset, count) -> {
                            progress.made();
                            transcript.stdin(bytes, offset, count);
                        });
        // A script need not read its body (RFC 3875, 4.2), so how this ends does not matter.
        var unused = Feed.start(observed, length, program, executor);
    }

    @Override
    public long lastProgress(long since) {
        return progress.laterThan(since);
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
