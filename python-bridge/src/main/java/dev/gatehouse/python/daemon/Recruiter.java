package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts workers and makes them members of the crew. */
final class Recruiter {

    private final PoolResources resources;
    private final WorkerLaunch launch;
    private final Crew crew;
    private final WorkerListener listener;
    private final AtomicInteger ids = new AtomicInteger();

    Recruiter(PoolResources resources, WorkerOptions workers, Crew crew, WorkerListener listener) {
        this.resources = resources;
        this.launch =
                new WorkerLaunch(
                        resources.launcher(),
                        workers,
                        resources.options(),
                        resources.folder(),
                        resources.wheels());
        this.crew = crew;
        this.listener = listener;
    }

    /**
     * Starts a worker; what becomes of it is told to the listener.
     *
     * @param predecessor whom it will replace
     * @return completes when the worker is ready (empty), or is known not to become so
     */
    CompletableFuture<Optional<StartFailure>> recruit(Optional<Member> predecessor) {
        int id = ids.incrementAndGet();
        WorkerFiles files;
        try {
            files = WorkerFiles.create(resources.folder(), id, resources.options().threads());
        } catch (IOException e) {
            // Such as a full disk, which passes.
            StartFailure failure = new StartFailure("cannot make the files of a worker: " + e, "");
            listener.notLaunched(failure);
            return CompletableFuture.completedFuture(Optional.of(failure));
        }
        return launch(id, files, predecessor).started();
    }

    private Worker launch(int id, WorkerFiles files, Optional<Member> predecessor) {
        int threads = resources.options().threads();
        Worker worker = new Worker(id, threads, files, resources.log(), listener);
        crew.add(worker, predecessor);
        try {
            worker.launched(
                    launch.launch(worker.files(), resources.door().expect(worker)),
                    resources.threads().tasks());
            limitStart(worker, resources.options().timeouts().startup());
        } catch (IOException | RuntimeException e) {
            worker.fail(new StartFailure(e.getMessage() + "; check python and pythonHome", ""));
            listener.ended(worker);
        }
        return worker;
    }

    private void limitStart(Worker worker, Duration limit) {
        if (!limit.isZero()) {
            resources
                    .threads()
                    .clock()
                    .schedule(
                            () -> giveUpStart(worker, limit),
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void giveUpStart(Worker worker, Duration limit) {
        String reason =
                "it was not ready within the startupTimeout of %d ms".formatted(limit.toMillis());
        if (worker.giveUpStart(reason)) {
            resources.threads().run(() -> worker.terminate(Worker.GRACE));
        }
    }
}
