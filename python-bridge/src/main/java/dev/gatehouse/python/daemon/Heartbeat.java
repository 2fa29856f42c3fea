package dev.gatehouse.python.daemon;

import java.time.Duration;

/** Finds workers whose interpreter does not run any more: C code holds its lock. */
final class Heartbeat {

    private static final int PINGS = 10;

    private final Supervisor supervisor;
    private final Duration limit;

    /**
     * A heartbeat.
     *
     * @param limit how long a worker may be silent; zero means for ever
     */
    Heartbeat(Supervisor supervisor, Duration limit) {
        this.supervisor = supervisor;
        this.limit = limit;
    }

    /** Asks a worker for a sign of life, or has it ended if there was none for too long. */
    void look(Worker worker) {
        long silence = System.nanoTime() - worker.lastPong();
        if (limit.isZero()) {
            return;
        }
        if (silence > limit.toNanos()) {
            supervisor.end(
                    worker,
                    "its interpreter lock was held for longer than the deadlockTimeout of "
                            + limit.toMillis()
                            + " ms");
        } else if (silence > limit.toNanos() / PINGS) {
            worker.ping();
        }
    }
}
