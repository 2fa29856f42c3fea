package dev.gatehouse.cgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A response body as a script writes it: each piece can go out before the next is there. */
final class ScriptBody implements Iterable<byte[]>, AutoCloseable {

    private final ScriptRun run;
    private boolean complete;

    ScriptBody(ScriptRun run) {
        this.run = run;
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Blocks();
    }

    /** Ends the script if it still runs, as when the client went away. */
    @Override
    public void close() {
        if (complete) {
            run.linger();
        }
        run.close();
    }

    private final class Blocks implements Iterator<byte[]> {

        private byte[] next;

        @Override
        public boolean hasNext() {
            if (next == null && !complete) {
                try {
                    read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
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

        private void read() throws IOException {
            byte[] block = readBlock();
            if (block.length > 0) {
                next = block;
            } else {
                run.complete();
                complete = true;
            }
        }

        private byte[] readBlock() throws IOException {
            try {
                return run.output().block();
            } catch (ScriptTimeoutException e) {
                throw run.failed(e);
            }
        }
    }
}
