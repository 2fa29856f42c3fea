package dev.gatehouse.process;

import java.io.IOException;
import java.time.Duration;

/** The stdin of a program whose command has no input: closed from the start. */
final class NoInput extends ProgramInput {

    @Override
    public int offer(byte[] bytes, int offset, int length) throws IOException {
        throw new InputClosedException();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        throw new InputClosedException();
    }

    @Override
    public void timeout(Duration timeout) {
        // Nothing ever waits.
    }

    @Override
    public void close() {
        // There is nothing to free.
    }
}
