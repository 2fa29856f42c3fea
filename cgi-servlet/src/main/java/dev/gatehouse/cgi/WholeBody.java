package dev.gatehouse.cgi;

import java.util.AbstractList;
import java.util.Objects;

/** The whole body of a script that has ended; what is left of the script goes when it is sent. */
final class WholeBody extends AbstractList<byte[]> implements AutoCloseable {

    private final byte[] block;
    private final ScriptRun run;

    WholeBody(byte[] block, ScriptRun run) {
        this.block = block;
        this.run = run;
    }

    @Override
    public byte[] get(int index) {
        Objects.checkIndex(index, 1);
        return block;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void close() {
        // The answer is out. A client on this machine may be waiting for this very processor to
        // read it, and is not kept waiting until the script is cleared away; its next request is
        // then often there before the container looks for it.
        Thread.yield();
        run.close();
    }
}
