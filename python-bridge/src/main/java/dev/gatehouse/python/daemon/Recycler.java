package dev.gatehouse.python.daemon;

import dev.gatehouse.python.daemon.Member.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Replaces workers that serve an old version or have served their time: one at a time, and only
 * while the pool is at its full strength.
 */
final class Recycler {

    private final Supervisor supervisor;
    private final PoolOptions options;
    private final Rotation rotation;

    Recycler(Supervisor supervisor, PoolResources resources) {
        this.supervisor = supervisor;
        this.options = resources.options();
        this.rotation = resources.rotation();
    }

    /** Replaces one worker, if one is due. */
    void look() {
        Crew crew = supervisor.crew();
        List<Member> serving = crew.in(Stage.SERVING);
        if (serving.size() < options.processes() || !crew.in(Stage.STARTING).isEmpty()) {
            return;
        }
        for (Member member : serving) {
            Optional<String> reason = reason(member);
            if (reason.isPresent()) {
                supervisor.replace(member, reason.get());
                return;
            }
        }
    }

    private Optional<String> reason(Member member) {
        Worker worker = member.worker();
        Recycling limits = options.recycling();
        Rotation.Load load = rotation.load(worker);
        double share = share(worker);
        long now = System.nanoTime();
        if (member.isOutdated()) {
            return Optional.of("reload");
        }
        if (limits.requests() > 0 && load.requests() >= limits.requests() * share) {
            return Optional.of("maximumRequests");
        }
        if (isOver(limits.lifetime(), share, now - worker.since())) {
            return Optional.of("restartInterval");
        }
        if (load.requests() > 0
                && load.leased() == 0
                && isOver(limits.idleness(), share, now - load.lastUse())) {
            return Optional.of("inactivityTimeout");
        }
        if (limits.memory() > 0 && ResidentMemory.of(worker.pid()) >= limits.memory() * share) {
            return Optional.of("maximumMemory");
        }
        return Optional.empty();
    }

    /** A part of the limits that is the worker's own, and the same whenever it is asked for. */
    private double share(Worker worker) {
        double spread = options.recycling().jitter() / 100.0;
        return 1 - spread * new SplittableRandom(worker.since()).nextDouble();
    }

    private static boolean isOver(Duration limit, double share, long nanos) {
        return !limit.isZero() && nanos >= limit.toNanos() * share;
    }
}
