package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the programs of both launchers have in common: waiting, and ending in order. */
abstract class OwnedProgram implements RunningProgram {

    /** Asks the program and its group to end (SIGTERM); does not wait. */
    abstract void askToEnd();

    /** Completes when the program is closed and nothing of it is left in the process table. */
    abstract CompletableFuture<Void> gone();

    @Override
    public Optional<ExitStatus> waitFor(Duration timeout) throws InterruptedException {
        Optional<ExitStatus> now = exitStatus();
        if (now.isPresent()) {
            return now;
        }
        try {
            return Optional.of(onExit().get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return exitStatus();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the exit of program " + pid() + " is unknown", e);
        }
    }

    @Override
    public void terminate(Duration grace) {
        askToEnd();
        try {
            waitFor(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }
}
