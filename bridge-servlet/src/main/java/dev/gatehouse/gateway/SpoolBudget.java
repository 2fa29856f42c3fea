package dev.gatehouse.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much all {@link BodySpool}s of one application may hold together, in memory and in temporary
 * files. Thread-safe.
 */
public final class SpoolBudget {

    private final Pool memory;
    private final Pool disk;

    /**
     * A budget.
     *
     * @param memory how many bytes may lie in memory; what is over goes to disk
     * @param disk how many bytes may lie in temporary files
     */
    public SpoolBudget(long memory, long disk) {
        this.memory = new Pool(memory);
        this.disk = new Pool(disk);
    }

    /** How many bytes of memory are taken. */
    public long memoryInUse() {
        return memory.taken.get();
    }

    /** How many bytes on disk are taken. */
    public long diskInUse() {
        return disk.taken.get();
    }

    Pool memory() {
        return memory;
    }

    Pool disk() {
        return disk;
    }

    /** One kind of space. */
    static final class Pool {

        private final long size;
        private final AtomicLong taken = new AtomicLong();

        Pool(long size) {
            this.size = size;
        }

        /** Takes bytes, all or none. */
        boolean take(long bytes) {
            if (taken.addAndGet(bytes) <= size) {
                return true;
            }
            taken.addAndGet(-bytes);
            return false;
        }

        void give(long bytes) {
            taken.addAndGet(-bytes);
        }
    }
}
