package dev.gatehouse.process;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is dear to make, and is not in use at the moment: the latest first, while the processor has
 * it in its caches. It holds as many as were ever in use at once. Thread-safe.
 */
final class Pool<T> {

    private final ConcurrentLinkedDeque<T> free = new ConcurrentLinkedDeque<>();
    private final Supplier<T> maker;

    /**
     * An empty pool.
     *
     * @param maker makes another when all are in use
     */
    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Takes one out, to be given back. */
    T take() {
        T one = free.poll();
        return one == null ? maker.get() : one;
    }

    void give(T one) {
        free.push(one);
    }

    /** Takes out all that are not in use. */
    void drain(Consumer<T> action) {
        for (T one = free.poll(); one != null; one = free.poll()) {
            action.accept(one);
        }
    }
}
