package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.DeploymentException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
     */
    Worker recruit(Optional<Member> predecessor) {
        Worker worker = create();
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

    private Worker create() {
        int id = ids.incrementAndGet();
        int threads = resources.options().threads();
        try {
            WorkerFiles files = WorkerFiles.create(resources.folder(), id, threads);
            return new Worker(id, threads, files, resources.log(), listener);
        } catch (IOException e) {
            throw new DeploymentException("cannot write to " + resources.folder().path(), e);
        }
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
