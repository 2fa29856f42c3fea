package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.BodySpool;
import dev.gatehouse.python.daemon.Member.Stage;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * What has to be looked after from time to time: deadlines, slow clients, stuck interpreters,
 * workers that have served their time. Runs on the clock of the pool and never blocks.
 */
final class Housekeeper {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.python");
    private static final long TICK_MILLIS = 50;
    private static final long DRAIN_AFTER = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TICKS_PER_ROUND = 10;
    private static final int MEMORY_PER_SPOOL = 256 * 1024;

    private final Supervisor supervisor;
    private final PoolResources resources;
    private final Heartbeat heartbeat;
    private final Departures departures;
    private final Recycler recycler;
    private final ReloadWatch reloadWatch;
    private int ticks;

    Housekeeper(Supervisor supervisor, PoolResources resources) {
        PoolOptions options = resources.options();
        this.supervisor = supervisor;
        this.resources = resources;
        this.heartbeat = new Heartbeat(supervisor, options.timeouts().deadlock());
        this.departures = new Departures(supervisor, resources);
        this.recycler = new Recycler(supervisor, resources);
        this.reloadWatch = new ReloadWatch(options.reloadPaths());
    }

    void start() {
        resources
                .threads()
                .clock()
                .scheduleWithFixedDelay(
                        this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            for (Member member : supervisor.crew().members()) {
                member.worker().connections().forEach(this::look);
                if (member.stage() == Stage.LEAVING) {
                    departures.look(member);
                }
            }
            if (++ticks % TICKS_PER_ROUND == 0) {
                round();
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "the housekeeping of \"" + resources.options().name() + "\" failed",
                    e);
        }
    }

    private void round() {
        supervisor.crew().in(Stage.SERVING).forEach(member -> heartbeat.look(member.worker()));
        recycler.look();
        if (reloadWatch.hasChanged()) {
            supervisor.reload("a file that is watched was touched");
        }
    }

    private void look(RequestConnection connection) {
        Exchange exchange = connection.exchange();
        if (exchange == null) {
            return;
        }
        if (exchange.isLate() && exchange.expire()) {
            supervisor.timedOut(connection.worker(), connection.slot(), exchange.request());
            return;
        }
        ResponseBody body = exchange.body();
        if (body != null && body.awayFor() > DRAIN_AFTER && exchange.isIndependent()) {
            drain(body);
        }
    }

    private void drain(ResponseBody body) {
        ResponseSpool spool =
                new ResponseSpool(
                        () ->
                                new BodySpool(
                                        resources.budget(),
                                        resources.folder().path(),
                                        MEMORY_PER_SPOOL,
                                        Long.MAX_VALUE));
        if (body.replaceReader(spool)) {
            resources.threads().run(body::drain);
        }
    }
}
