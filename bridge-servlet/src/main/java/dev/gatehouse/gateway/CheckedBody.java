package dev.gatehouse.gateway;

import java.util.Iterator;

/** A body, between the application and the server: what each owes while it is sent. */
@SuppressWarnings("try")
final class CheckedBody implements Iterable<byte[]>, AutoCloseable {

    private final Iterable<byte[]> inner;
    private final Validator.CheckedStart start;
    private boolean iterated;
    private boolean closed;

    CheckedBody(Iterable<byte[]> inner, Validator.CheckedStart start) {
        this.inner = inner;
        this.start = start;
    }

    @Override
    public Iterator<byte[]> iterator() {
        if (iterated) {
            throw Validator.byServer("a body is iterated once", "it was iterated again");
        }
        iterated = true;
        Iterator<byte[]> blocks = inner.iterator();
        if (blocks == null) {
            throw Validator.byApplication("a body has an iterator", "it is null");
        }
        return new Checked(blocks);
    }

    @Override
    public void close() throws Exception {
        if (closed) {
            throw Validator.byServer("a body is closed once", "it was closed again");
        }
        closed = true;
        if (inner instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    private final class Checked implements Iterator<byte[]> {

        private final Iterator<byte[]> blocks;

        Checked(Iterator<byte[]> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            if (closed) {
                throw Validator.byServer("a closed body is not read", "it was");
            }
            boolean more = blocks.hasNext();
            if (!more && !start.started()) {
                throw Validator.byApplication(
                        "start_response is called before the body ends", "it was not");
            }
            return more;
        }

        @Override
        public byte[] next() {
            byte[] block = blocks.next();
            if (block == null) {
                throw Validator.byApplication("blocks are bytes", "one is null");
            }
            if (!start.started()) {
                throw Validator.byApplication(
                        "start_response is called before the first block", "it was not");
            }
            return block;
        }
    }
}
