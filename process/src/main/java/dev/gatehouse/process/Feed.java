package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Copies a stream into the stdin of a program while somebody else reads its stdout.
 *
 * <p>Both must go on at the same time: a program may write a lot before it reads, or the other way
 * round. A small input that the pipe takes at once needs no second thread.
 */
public final class Feed {

    private static final int BLOCK = 64 * 1024;

    private final InputStream source;
    private final ProgramInput stdin;
    private final byte[] block;

    private Feed(InputStream source, ProgramInput stdin, int blockSize) {
        this.source = source;
        this.stdin = stdin;
        this.block = new byte[blockSize];
    }

    /**
     * Feeds a program and then closes its stdin.
     *
     * <p>An input whose length is known and at most 64 KiB is read on the calling thread, and if
     * the pipe takes all of it, that is all. Everything else happens on the executor: one task,
     * which blocks in reads of the source and parks in writes to the program. {@link
     * RunningProgram#close()} ends the writes, not the reads: whoever owns the source sees to that.
     *
     * @param source what to copy, to its end; not closed
     * @param length the bytes that the source has, or a negative number if that is not known
     * @param program its stdin is used by nobody else from now on
     * @param executor runs the task
     * @return completes when everything is written and stdin is closed, or when the program has
     *     stopped reading, which is its right (RFC 3875 4.2); exceptionally, with an IOException,
     *     if the source or a write failed, for example with {@link ProgramTimeoutException}
     */
    public static CompletableFuture<Void> start(
            InputStream source, long length, RunningProgram program, Executor executor) {
        boolean small = length >= 0 && length <= BLOCK;
        Feed feed = new Feed(source, program.stdin(), small ? (int) length : BLOCK);
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            int left = small ? feed.offerAll() : 0;
            if (small && left == 0) {
                feed.finish(done);
            } else {
                executor.execute(() -> feed.run(left, done));
            }
        } catch (InputClosedException e) {
            feed.finish(done);
        } catch (IOException | RuntimeException e) {
            feed.fail(done, e);
        }
        return done;
    }

    /** Reads one block; returns how much of it, at its end, the pipe did not take. */
    private int offerAll() throws IOException {
        int length = source.readNBytes(block, 0, block.length);
        int position = 0;
        while (position < length) {
            int count = stdin.offer(block, position, length - position);
            if (count == 0) {
                break;
            }
            position += count;
        }
        int left = length - position;
        System.arraycopy(block, position, block, block.length - left, left);
        return left;
    }

    private void run(int left, CompletableFuture<Void> done) {
        try {
            write(block.length - left, left);
            for (int count = source.read(block); count > 0; count = source.read(block)) {
                write(0, count);
            }
            finish(done);
        } catch (InputClosedException e) {
            finish(done);
        } catch (IOException | RuntimeException e) {
            fail(done, e);
        }
    }

    private void write(int offset, int length) throws IOException {
        stdin.write(block, offset, length);
    }

    private void finish(CompletableFuture<Void> done) {
        stdin.close();
        done.complete(null);
    }

    private void fail(CompletableFuture<Void> done, Exception failure) {
        stdin.close();
        done.completeExceptionally(failure);
    }
}
