package dev.gatehouse.cgi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream with somebody who sees what is read. */
final class ObservedStream extends FilterInputStream {

    /** Sees what was read. */
    @FunctionalInterface
    interface Observer {

        void read(byte[] bytes, int offset, int count);
    }

    private final Observer observer;

    ObservedStream(InputStream source, Observer observer) {
        super(source);
        this.observer = observer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            observer.read(target, offset, count);
        }
        return count;
    }
}
