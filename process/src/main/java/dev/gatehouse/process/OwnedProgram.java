package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the programs of both launchers have in common: reading stderr on the side, waiting, and
 * ending in order.
 */
abstract class OwnedProgram implements RunningProgram {

    private final AtomicReference<ErrorDrain> drain = new AtomicReference<>();

    /** Makes what reads stderr on the side; empty if the command discards it. */
    abstract Optional<ErrorDrain> newDrain(ErrorRelay relay);

    /** Completes when the program ends; what watches for that starts with the first call. */
    abstract CompletableFuture<ExitStatus> exit();

    /** Asks the program and its group to end (SIGTERM); does not wait. */
    abstract void askToEnd();

    /** Completes when the program is closed and nothing of it is left in the process table. */
    abstract CompletableFuture<Void> gone();

    @Override
    public final CompletableFuture<Void> drainErrors(ErrorSink sink, Executor executor) {
        ErrorRelay relay = new ErrorRelay(sink, executor);
        Optional<ErrorDrain> newDrain = newDrain(relay);
        if (newDrain.isEmpty()) {
            relay.end();
        } else if (!drain.compareAndSet(null, newDrain.get())) {
            throw new IllegalStateException("stderr is drained already");
        }
        return relay.done();
    }

    @Override
    public final CompletableFuture<ExitStatus> onExit() {
        startDrain();
        return exit().copy();
    }

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

    /** Has stderr read from now on, if it is to be drained: the program is not over soon. */
    final void startDrain() {
        ErrorDrain waiting = drain.get();
        if (waiting != null) {
            waiting.start();
        }
    }

    /** Ends the drain, which closes stderr; false if there is none. */
    final boolean finishDrain() {
        ErrorDrain started = drain.get();
        if (started != null) {
            started.finish();
        }
        return started != null;
    }
}
