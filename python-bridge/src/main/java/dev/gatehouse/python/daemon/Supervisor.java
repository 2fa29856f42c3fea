package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.SpoolBudget;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.python.daemon.Member.Stage;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a pool at its strength: starts workers, replaces those that die, are stuck or have served
 * their time, and ends all of them. Thread-safe.
 */
final class Supervisor implements WorkerListener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.python");
    private static final long MEMORY_FOR_SPOOLS = 64L * 1024 * 1024;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final PoolOptions options;
    private final PrivateFolder folder;
    private final Launcher launcher;
    private final WorkerLaunch launch;
    private final PoolThreads threads;
    private final Rotation rotation;
    private final Door door;
    private final ApplicationLog applicationLog;
    private final SpoolBudget budget;
    private final Crew crew = new Crew();
    private final Backoff backoff = new Backoff();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String application;

    /** Held while the number of workers is compared with what it should be. */
    private final ReentrantLock launching = new ReentrantLock();

    private volatile boolean established;

    private Supervisor(
            PoolOptions options, WorkerOptions workers, PrivateFolder folder, PoolThreads threads)
            throws IOException {
        this.options = options;
        this.folder = folder;
        this.threads = threads;
        this.application = workers.application();
        this.launcher = Launcher.best();
        this.launch = new WorkerLaunch(launcher, workers, options, folder);
        this.rotation = new Rotation(options.queueLength(), options.timeouts().queue());
        this.applicationLog = new ApplicationLog(options.name());
        this.budget = new SpoolBudget(MEMORY_FOR_SPOOLS, options.spoolLimit());
        this.door = Door.open(folder.socket(), threads.tasks(), threads.clock(), rotation);
    }

    /**
     * Makes a supervisor without workers.
     *
     * @throws DeploymentException if there is no place for its files
     */
    static Supervisor open(PoolOptions options, WorkerOptions workers) {
        PoolThreads threads = PoolThreads.of(options.name());
        try {
            PrivateFolder folder = PrivateFolder.create();
            Supervisor supervisor = new Supervisor(options, workers, folder, threads);
            Housekeeper.of(supervisor, options, threads).start();
            return supervisor;
        } catch (IOException e) {
            threads.close();
            throw new DeploymentException("no folder for the Python workers: " + e.getMessage(), e);
        }
    }

    Rotation rotation() {
        return rotation;
    }

    Crew crew() {
        return crew;
    }

    SpoolBudget budget() {
        return budget;
    }

    /** Where spools make their files. */
    Path folder() {
        return folder.path();
    }

    /**
     * Starts all workers and waits for them.
     *
     * @throws DeploymentException if one does not become ready
     */
    void startAll() {
        List<Worker> first = new ArrayList<>();
        for (int i = 0; i < options.processes(); i++) {
            first.add(launch(Optional.empty()));
        }
        for (Worker worker : first) {
            Optional<StartFailure> failure = worker.started().join();
            if (failure.isPresent()) {
                LOG.log(Level.ERROR, failureOf(failure.get()));
                throw new DeploymentException(
                        "python application \"%s\" does not start: %s"
                                .formatted(application, failure.get().message()));
            }
        }
        established = true;
        restoreStrength();
    }

    @Override
    public void ready(Worker worker) {
        Optional<Member> member = crew.advance(worker, Stage.STARTING, Stage.SERVING);
        if (member.isPresent()) {
            crew.locked(
                    () -> {
                        backoff.succeeded();
                        return true;
                    });
            rotation.enter(worker);
            member.get().predecessor().map(Member::worker).ifPresent(this::letGo);
        }
    }

    @Override
    public void ended(Worker worker) {
        Optional<Member> member = crew.remove(worker);
        if (rotation.load(worker).leased() > 0) {
            worker.blame();
        }
        door.forget(worker);
        rotation.forget(worker);
        String stacks = worker.files().readStacks();
        try {
            worker.files().close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot delete the files of " + worker, e);
        }
        if (!stacks.isEmpty() && !closed.get()) {
            applicationLog.output(worker + " was stuck here:\n" + stacks);
        }
        member.ifPresent(found -> reportEnd(found.stage(), worker));
        restoreStrength();
    }

    @Override
    public void changed(Worker worker, String file) {
        LOG.log(Level.INFO, "application \"{0}\": {1} has changed", options.name(), file);
        reload();
    }

    /** Has every worker replaced, one at a time, by one that loads the application anew. */
    void reload() {
        crew.locked(
                () -> {
                    crew.in(Stage.SERVING).forEach(member -> member.outdated(true));
                    return true;
                });
    }

    /** Starts a worker that takes the place of another as soon as it is ready. */
    void replace(Member member, String reason) {
        LOG.log(
                Level.DEBUG,
                "application \"{0}\": {1} is being replaced: {2}",
                options.name(),
                member.worker(),
                reason);
        submit(() -> launchSpare(member));
    }

    /** Takes a worker out of the rotation; it ends when its requests are answered. */
    void letGo(Worker worker) {
        crew.with(worker, member -> member.stage(Stage.LEAVING));
        worker.tell(Frame.DRAIN);
        rotation.leave(worker);
    }

    /** A request is over its deadline and answered. */
    void timedOut(Worker worker, int slot, String request) {
        LOG.log(
                Level.WARNING,
                "application \"{0}\": {1} took longer than the requestTimeout in {2}; the stack of"
                        + " its thread follows, and the process is replaced",
                options.name(),
                request,
                worker);
        worker.tell(Frame.DUMP, slot);
        worker.tell(Frame.INTERRUPT, slot);
        crew.with(worker, Member::interrupted);
        letGo(worker);
        restoreStrength();
    }

    /** Ends a worker whatever it does, and says so to the requests that it takes with it. */
    void end(Worker worker, String reason) {
        LOG.log(
                Level.WARNING,
                "application \"{0}\": {1} is ended: {2}",
                options.name(),
                worker,
                reason);
        worker.condemn(reason);
        crew.with(worker, member -> member.stage(Stage.LEAVING));
        rotation.leave(worker);
        submit(() -> worker.terminate(GRACE));
        restoreStrength();
    }

    /** Ends a worker that has nothing left to do. */
    void finish(Worker worker) {
        submit(() -> worker.terminate(GRACE));
    }

    /** Runs something that blocks, unless the pool is closed. */
    void submit(Runnable task) {
        try {
            threads.tasks().execute(task);
        } catch (RejectedExecutionException e) {
            // The pool is closed, and everything ends in any case.
        }
    }

    /** Ends everything. Idempotent. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        rotation.close();
        crew.in(Stage.STARTING).forEach(member -> finish(member.worker()));
        crew.in(Stage.SERVING).forEach(member -> letGo(member.worker()));
        awaitEnd();
        door.close();
        launcher.close();
        threads.close();
        folder.close();
    }

    private Worker launch(Optional<Member> predecessor) {
        int id = ids.incrementAndGet();
        Worker worker;
        try {
            WorkerFiles files = WorkerFiles.create(folder.path(), id, options.threads());
            worker = new Worker(id, options.threads(), files, applicationLog, this);
        } catch (IOException e) {
            throw new DeploymentException("cannot write to " + folder.path(), e);
        }
        crew.add(worker, predecessor);
        try {
            worker.launched(launch.launch(worker.files(), door.expect(worker)), threads.tasks());
            limitStart(worker);
        } catch (IOException | RuntimeException e) {
            worker.fail(new StartFailure(e.getMessage() + "; check python and pythonHome", ""));
            ended(worker);
        }
        return worker;
    }

    private void limitStart(Worker worker) {
        Duration limit = options.timeouts().startup();
        if (limit.isZero()) {
            return;
        }
        threads.clock()
                .schedule(
                        () -> {
                            if (!worker.started().isDone()) {
                                worker.tell(Frame.DUMP, Frame.NO_SLOT);
                                worker.fail(
                                        new StartFailure(
                                                "it was not ready within the startupTimeout of "
                                                        + limit.toMillis()
                                                        + " ms",
                                                ""));
                                finish(worker);
                            }
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void reportEnd(Stage stage, Worker worker) {
        if (closed.get()) {
            return;
        }
        switch (stage) {
            case STARTING -> startFailed(worker);
            case SERVING ->
                    LOG.log(
                            worker.isBlamed() ? Level.DEBUG : Level.WARNING,
                            "application \"{0}\": {1} {2}; it is replaced",
                            options.name(),
                            worker,
                            worker.death().orElse("ended"));
            case LEAVING ->
                    LOG.log(
                            Level.DEBUG,
                            "application \"{0}\": {1} has left",
                            options.name(),
                            worker);
        }
    }

    private void startFailed(Worker worker) {
        if (!established) {
            return;
        }
        StartFailure failure =
                worker.started().join().orElse(new StartFailure("it ended at once", ""));
        Duration wait =
                crew.locked(
                        () -> {
                            crew.members().forEach(member -> member.outdated(false));
                            return backoff.failed();
                        });
        LOG.log(
                Level.ERROR,
                "{0}\n(the workers that there are go on serving; next start in {1} s at the"
                        + " earliest)",
                failureOf(failure),
                wait.toSeconds());
    }

    private String failureOf(StartFailure failure) {
        return "python application \"%s\" does not start: %s".formatted(application, failure);
    }

    private void restoreStrength() {
        if (closed.get() || !established) {
            return;
        }
        Duration wait = crew.locked(backoff::left);
        if (wait.isZero()) {
            submit(this::fillUp);
        } else {
            threads.clock()
                    .schedule(this::restoreStrength, wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void fillUp() {
        launching.lock();
        try {
            while (!closed.get() && crew.strength() < options.processes()) {
                launch(Optional.empty());
            }
        } finally {
            launching.unlock();
        }
    }

    private void launchSpare(Member predecessor) {
        launching.lock();
        try {
            if (!closed.get() && crew.in(Stage.STARTING).isEmpty()) {
                launch(Optional.of(predecessor));
            }
        } finally {
            launching.unlock();
        }
    }

    private void awaitEnd() {
        long limit =
                System.nanoTime()
                        + options.timeouts()
                                .graceful()
                                .plus(options.timeouts().shutdown())
                                .toNanos();
        try {
            for (Member member : crew.members()) {
                if (member.worker().program() != null) {
                    member.worker()
                            .program()
                            .waitFor(Duration.ofNanos(Math.max(0, limit - System.nanoTime())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
