package dev.gatehouse.process;

import java.time.Duration;

/** The stderr of a program whose command discards it: empty. */
final class NoOutput extends ProgramOutput {

    @Override
    public int read(byte[] target, int offset, int length) {
        return length == 0 ? 0 : -1;
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
