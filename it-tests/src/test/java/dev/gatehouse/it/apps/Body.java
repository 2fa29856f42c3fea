package dev.gatehouse.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A body whose blocks are made when they are asked for, and which counts its close() calls. */
public final class Body implements Iterable<byte[]>, AutoCloseable {

    /** One step of the body: makes a block, or fails. */
    @FunctionalInterface
    public interface Step {

        /** The next block. */
        byte[] block() throws Exception;
    }

    private final List<Step> steps = new ArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private RuntimeException onClose;

    /** A body of these blocks, whose chars are bytes. */
    public static Body of(String... blocks) {
        Body body = new Body();
        for (String block : blocks) {
            body.then(() -> block.getBytes(ISO_8859_1));
        }
        return body;
    }

    /** Adds a block. */
    public Body then(String block) {
        return then(() -> block.getBytes(ISO_8859_1));
    }

    /** Adds a step. */
    public Body then(Step step) {
        steps.add(step);
        return this;
    }

    /** Adds a failure. */
    public Body thenFail(Throwable failure) {
        return then(
                () -> {
                    throw Sneaky.thrown(failure);
                });
    }

    /** Makes close() fail, too. */
    public Body failingOnClose(RuntimeException failure) {
        onClose = failure;
        return this;
    }

    /** How often close() was called. */
    public int closed() {
        return closed.get();
    }

    /** How many blocks were asked for. */
    public int asked() {
        return asked.get();
    }

    @Override
    public Iterator<byte[]> iterator() {
        Iterator<Step> left = steps.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public byte[] next() {
                Step step = left.next();
                asked.incrementAndGet();
                try {
                    return step.block();
                } catch (Exception e) {
                    throw Sneaky.thrown(e);
                }
            }
        };
    }

    @Override
    public void close() {
        closed.incrementAndGet();
        if (onClose != null) {
            throw onClose;
        }
    }
}
