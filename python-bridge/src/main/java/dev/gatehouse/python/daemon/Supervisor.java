package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.python.daemon.Member.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Keeps a pool at its strength: starts workers, replaces those that die, are stuck or have served
 * their time, and ends all of them. Thread-safe.
 */
final class Supervisor implements WorkerListener, AutoCloseable {

    private static final Duration UNTIL_AT_REST = Duration.ofSeconds(10);

    private final PoolResources resources;
    private final PoolOptions options;
    private final Rotation rotation;
    private final Reports reports;
    private final Tally tally = new Tally();
    private final Crew crew = new Crew();
    private final Recruiter recruiter;
    private final Backoff backoff = new Backoff();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Held while the number of workers is compared with what it should be. */
    private final ReentrantLock recruiting = new ReentrantLock();

    private volatile boolean established;

    Supervisor(PoolResources resources, WorkerOptions workers) {
        this.resources = resources;
        this.options = resources.options();
        this.rotation = resources.rotation();
        this.reports = new Reports(options.name(), workers.application());
        this.recruiter = new Recruiter(resources, workers, crew, this);
    }

    Crew crew() {
        return crew;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Starts all workers and waits for them.
     *
     * @throws DeploymentException if one does not become ready
     */
    void startAll() {
        var first =
                Stream.generate(() -> recruiter.recruit(Optional.empty()))
                        .limit(options.processes())
                        .toList();
        for (CompletableFuture<Optional<StartFailure>> started : first) {
            Optional<StartFailure> failure = started.join();
            if (failure.isPresent()) {
                reports.tracebackOf(failure.get());
                throw new DeploymentException(reports.message(failure.get().message()));
            }
        }
        established = true;
        reports.started(options, resources.launcher().mechanism());
        restoreStrength();
    }

    @Override
    public void ready(Worker worker) {
        Optional<Member> member = crew.advance(worker, Stage.STARTING, Stage.SERVING);
        if (member.isPresent()) {
            backoff.reset();
            rotation.enter(worker);
            member.get().predecessor().map(Member::worker).ifPresent(this::letGo);
        }
    }

    @Override
    public void notLaunched(StartFailure failure) {
        if (!closed.get()) {
            startFailed(failure);
        }
        restoreStrength();
    }

    @Override
    public void ended(Worker worker) {
        Optional<Member> member = crew.remove(worker);
        Rotation.Load load = rotation.load(worker);
        if (load.leased() > 0) {
            worker.blame();
        }
        tally.ended(load.requests());
        resources.door().forget(worker);
        rotation.forget(worker);
        String stacks = worker.files().readStacks();
        try {
            worker.files().close();
        } catch (IOException e) {
            reports.trouble("cannot delete the files of " + worker, e);
        }
        if (!closed.get()) {
            if (!stacks.isEmpty() && worker.isReady()) {
                resources.log().output(worker + " was stuck here:\n" + stacks);
            }
            member.ifPresent(this::reportEnd);
        }
        restoreStrength();
    }

    @Override
    public void changed(Worker worker, String file) {
        reload(file + " has changed");
    }

    /** Has every worker replaced, one at a time, by one that loads the application anew. */
    void reload(String reason) {
        reports.reloading(reason);
        // What failed before was another version.
        backoff.reset();
        crew.forEach(member -> member.outdated(member.stage() == Stage.SERVING));
    }

    /** Starts a worker that takes the place of another as soon as it is ready. */
    void replace(Member member, String reason) {
        resources.threads().run(() -> recruitSpare(member, reason));
    }

    /** Takes a worker out of the rotation; it ends when its requests are answered. */
    void letGo(Worker worker) {
        crew.with(worker, member -> member.stage(Stage.LEAVING));
        worker.tell(Frame.DRAIN);
        rotation.leave(worker);
    }

    /** A request is over its deadline and answered. */
    void timedOut(Worker worker, int slot, String request) {
        tally.timedOut();
        reports.timedOut(worker, request);
        crew.with(worker, Member::interrupted);
        // First: the slot is to have no other request by the time that it is interrupted.
        letGo(worker);
        worker.tell(Frame.DUMP, slot);
        worker.tell(Frame.INTERRUPT, slot);
        restoreStrength();
    }

    /** Ends a worker whatever it does, and says so to the requests that it takes with it. */
    void end(Worker worker, String reason) {
        reports.ending(worker, reason);
        worker.condemn(reason);
        crew.with(worker, member -> member.stage(Stage.LEAVING));
        rotation.leave(worker);
        finish(worker);
        restoreStrength();
    }

    /** Ends a worker that has nothing left to do. */
    void finish(Worker worker) {
        resources.threads().run(() -> worker.terminate(Worker.GRACE));
    }

    /** Ends everything. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            rotation.close();
            List<Member> last = dismissAll();
            Timeouts timeouts = options.timeouts();
            await(last, timeouts.graceful().plus(timeouts.shutdown()), Worker::awaitEnd);
            resources.endProcesses();
            // What each has open is closed on threads that do not outlive the next line.
            await(last, UNTIL_AT_REST, Worker::awaitRest);
            resources.close();
        }
    }

    /** Tells everybody to go, also who is being launched at this moment. */
    private List<Member> dismissAll() {
        recruiting.lock();
        try {
            crew.in(Stage.STARTING).forEach(member -> callOff(member.worker()));
            crew.in(Stage.SERVING).forEach(member -> letGo(member.worker()));
            return crew.members();
        } finally {
            recruiting.unlock();
        }
    }

    private void callOff(Worker worker) {
        worker.condemn("the application is being undeployed");
        finish(worker);
    }

    private void reportEnd(Member member) {
        switch (member.stage()) {
            case STARTING -> loadFailed(member.worker());
            case SERVING -> {
                tally.died();
                reports.died(member.worker());
            }
            case LEAVING -> reports.left(member.worker());
        }
    }

    private void loadFailed(Worker worker) {
        if (established && worker.isLaunched()) {
            // Until the application changes again. Without a process it is not to blame.
            crew.forEach(member -> member.outdated(false));
        }
        startFailed(worker.started().join().orElse(new StartFailure("it ended at once", "")));
    }

    private void startFailed(StartFailure failure) {
        if (established) {
            reports.failed(failure, backoff.failed());
        }
    }

    private void restoreStrength() {
        if (closed.get() || !established) {
            return;
        }
        Duration wait = backoff.left();
        if (wait.isZero()) {
            resources.threads().run(this::fillUp);
        } else {
            resources
                    .threads()
                    .clock()
                    .schedule(this::restoreStrength, wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void fillUp() {
        recruiting.lock();
        try {
            while (!closed.get()
                    && backoff.left().isZero()
                    && crew.strength() < options.processes()) {
                recruiter.recruit(Optional.empty());
            }
        } finally {
            recruiting.unlock();
        }
    }

    private void recruitSpare(Member predecessor, String reason) {
        recruiting.lock();
        try {
            if (!closed.get() && backoff.left().isZero() && crew.in(Stage.STARTING).isEmpty()) {
                reports.replacing(predecessor.worker(), reason);
                recruiter.recruit(Optional.of(predecessor));
            }
        } finally {
            recruiting.unlock();
        }
    }

    /** Waits for all of them, for as long as for one. */
    private static void await(List<Member> last, Duration patience, Wait wait) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Member member : last) {
                wait.of(member.worker(), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Wait {

        void of(Worker worker, Duration timeout) throws InterruptedException;
    }
}
