package dev.gatehouse.cgi;

import dev.gatehouse.process.Feed;
import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A large request body that goes from the client to the script as it comes.
 *
 * <p>What the script does not want is read all the same, so that the client gets to read the
 * response. Nobody reads from the container any more when {@link #close()} returns: the container
 * will use the stream for the next request.
 */
final class ClientInput implements ScriptInput {

    private static final int BLOCK = 64 * 1024;
    private static final long LINGER_SECONDS = 10;

    private final Source source;
    private CompletableFuture<Void> read = CompletableFuture.completedFuture(null);

    /**
     * A body.
     *
     * @param body what the client sends
     */
    ClientInput(InputStream body) {
        this.source = new Source(body);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void feed(RunningProgram program, Transcript transcript, Executor executor) {
        source.program = program;
        InputStream observed = new ObservedStream(source, transcript::stdin);
        read =
                Feed.start(observed, -1, program, executor)
                        .handleAsync((nothing, failure) -> readRest(), executor);
    }

    @Override
    public long lastProgress(long since) {
        return source.progress.laterThan(since);
    }

    @Override
    public boolean isRead() {
        return read.isDone();
    }

    @Override
    public Optional<IOException> failure() {
        return Optional.ofNullable(source.failure);
    }

    @Override
    public void linger() {
        try {
            read.get(LINGER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It goes on sending, or has gone away; the response was there for it to read.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        source.stopped = true;
        try {
            read.join();
        } catch (CompletionException e) {
            // What went wrong with the body is in failure().
        }
    }

    private Void readRest() {
        byte[] block = new byte[BLOCK];
        try {
            while (source.read(block, 0, block.length) >= 0) {
                // It is dropped.
            }
        } catch (IOException | RuntimeException e) {
            // The client went away, or its body is malformed; the script is gone already.
        }
        return null;
    }

    /** The client's stream, until it is stopped. */
    private static final class Source extends InputStream {

        private final InputStream body;
        private volatile RunningProgram program;
        private final Progress progress = new Progress();
        private volatile boolean stopped;
        private volatile IOException failure;

        Source(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (stopped) {
                return -1;
            }
            try {
                int count = body.read(target, offset, length);
                progress.made();
                return count;
            } catch (IOException e) {
                failure = e;
                // Before stdin is closed: a script must not take half a body for the whole.
                program.kill();
                throw e;
            }
        }
    }
}
