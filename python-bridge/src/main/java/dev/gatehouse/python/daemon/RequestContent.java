package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.BodySpool;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, as it goes to a worker. */
sealed interface RequestContent extends AutoCloseable {

    /** A request without a body. */
    RequestContent NONE = new Complete(new byte[0]);

    /** What goes along with the request itself. */
    byte[] first();

    /** Whether there is more, to be asked for by the worker. */
    boolean hasMore();

    /** What follows {@link #first()}; from its start at each call, if {@link #isHere()}. */
    InputStream rest() throws IOException;

    /** Whether all of it is here, so that the client is not needed for the rest. */
    boolean isHere();

    @Override
    void close() throws IOException;

    /** A body that is small enough to go along. */
    record Complete(byte[] first) implements RequestContent {

        @Override
        public boolean hasMore() {
            return false;
        }

        @Override
        public InputStream rest() {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean isHere() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** A body that lies in a spool. */
    record Spooled(byte[] first, BodySpool spool) implements RequestContent {

        @Override
        public boolean hasMore() {
            return true;
        }

        @Override
        public InputStream rest() {
            return spool.read();
        }

        @Override
        public boolean isHere() {
            return true;
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }

    /** A body that is still with the client. */
    record Streamed(InputStream rest) implements RequestContent {

        @Override
        public byte[] first() {
            return NONE.first();
        }

        @Override
        public boolean hasMore() {
            return true;
        }

        @Override
        public boolean isHere() {
            return false;
        }

        @Override
        public void close() {}
    }
}
