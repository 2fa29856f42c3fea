package dev.gatehouse.python.daemon;

import java.time.Duration;

/** Sees to it that a worker which takes no more requests ends at last. */
final class Departures {

    private final Supervisor supervisor;
    private final Rotation rotation;
    private final Timeouts timeouts;

    Departures(Supervisor supervisor, PoolResources resources) {
        this.supervisor = supervisor;
        this.rotation = resources.rotation();
        this.timeouts = resources.options().timeouts();
    }

    /** Looks after a worker that leaves. */
    void look(Member member) {
        Worker worker = member.worker();
        long now = System.nanoTime();
        if (member.leavingSince() == 0) {
            member.leavingSince(now);
        }
        boolean busy = rotation.load(worker).leased() > 0;
        if (busy && !isOver(timeouts.graceful(), member.leavingSince(), now)) {
            return;
        }
        // Requests with a deadline have their own end.
        if (busy && !timeouts.request().isZero()) {
            return;
        }
        if (member.idleSince() == 0) {
            member.idleSince(now);
        }
        Duration left = member.isInterrupted() ? timeouts.interrupt() : timeouts.shutdown();
        if (isOver(left, member.idleSince(), now)) {
            // It has its grace before it is told again: a second SIGTERM would cut off the stacks
            // that it writes at the first.
            member.idleSince(now + Worker.GRACE.toNanos());
            supervisor.finish(worker);
        }
    }

    private static boolean isOver(Duration limit, long since, long now) {
        return now - since > limit.toNanos();
    }
}
