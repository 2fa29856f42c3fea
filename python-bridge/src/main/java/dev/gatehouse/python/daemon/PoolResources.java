package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.SpoolBudget;
import dev.gatehouse.process.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a pool has beside its workers.
 *
 * @param options how the pool behaves
 * @param folder the files that it shares with its workers
 * @param wheels its wheels, unpacked
 * @param launcher starts and owns their processes
 * @param threads its threads
 * @param rotation who takes requests
 * @param arrivals reads for virtual threads
 * @param door where workers dial in
 * @param log what the application says
 * @param budget the room for bodies
 */
record PoolResources(
        PoolOptions options,
        PrivateFolder folder,
        Optional<Path> wheels,
        Launcher launcher,
        PoolThreads threads,
        Rotation rotation,
        Arrivals arrivals,
        Door door,
        ApplicationLog log,
        SpoolBudget budget)
        implements AutoCloseable {

    private static final long MEMORY_FOR_SPOOLS = 64L * 1024 * 1024;

    /**
     * Opens everything.
     *
     * @throws DeploymentException if there is no place for the files, or the workers' command
     *     prefix does not work
     */
    static PoolResources open(PoolOptions options, WorkerOptions workers) {
        PoolThreads threads = PoolThreads.of(options.name());
        Launcher launcher = Launcher.best();
        try {
            return open(options, workers, launcher, threads);
        } catch (IOException | RuntimeException e) {
            launcher.close();
            threads.close();
            throw new DeploymentException("no Python workers can be started: " + e.getMessage(), e);
        }
    }

    private static PoolResources open(
            PoolOptions options, WorkerOptions workers, Launcher launcher, PoolThreads threads)
            throws IOException {
        UserProbe probe = new UserProbe(launcher, options.timeouts().startup());
        PrivateFolder folder = PrivateFolder.create(probe.find(workers));
        try {
            if (workers.copies().isPresent()) {
                folder.letIn(workers.copies().get());
            }
            Optional<Path> wheels = new Wheels(workers, launcher).unpackInto(folder);
            Rotation rotation = new Rotation(options.queueLength(), options.timeouts().queue());
            return new PoolResources(
                    options,
                    folder,
                    wheels,
                    launcher,
                    threads,
                    rotation,
                    new Arrivals(threads),
                    Door.open(folder, threads, rotation),
                    new ApplicationLog(options.name()),
                    new SpoolBudget(MEMORY_FOR_SPOOLS, options.spoolLimit()));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Lets nobody in any more, and ends the processes. */
    void endProcesses() {
        door.close();
        launcher.close();
    }

    /** Ends the processes and threads, and deletes the files. */
    @Override
    public void close() {
        endProcesses();
        arrivals.close();
        threads.close();
        folder.close();
    }
}
