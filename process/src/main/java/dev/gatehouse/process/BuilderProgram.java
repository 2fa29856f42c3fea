package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A program that ProcessBuilder has started. */
final class BuilderProgram extends OwnedProgram {

    /** The JDK adds this to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private static final int LAST_SIGNAL = 64;

    /** How long a wait for the exit goes without a thread that watches for it. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(10);

    private final Process process;
    private final ProcessTree tree;
    private final Executor blocking;
    private final AtomicReference<CompletableFuture<ExitStatus>> exit = new AtomicReference<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final ProgramInput stdin;
    private final BlockingOutput stdout;
    private final ProgramOutput stderr;
    private final AtomicBoolean closed = new AtomicBoolean();

    BuilderProgram(Command command, Process process, ProcessTree tree, Executor blocking) {
        this.process = process;
        this.tree = tree;
        this.blocking = blocking;
        ExitLinger linger = new ExitLinger(this::exit);
        stdin =
                command.input()
                        ? new BlockingInput(process.getOutputStream(), this::startDrain, blocking)
                        : new NoInput();
        stdout =
                new BlockingOutput(
                        "stdout", process.getInputStream(), linger, this::startDrain, blocking);
        stderr =
                command.errors()
                        ? new BlockingOutput(
                                "stderr", process.getErrorStream(), linger, () -> {}, blocking)
                        : new NoOutput();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public ProgramInput stdin() {
        return stdin;
    }

    @Override
    public ProgramOutput stdout() {
        return stdout;
    }

    @Override
    public ProgramOutput stderr() {
        return stderr;
    }

    @Override
    public Optional<ExitStatus> exitStatus() {
        return process.isAlive() ? Optional.empty() : Optional.of(status(process.exitValue()));
    }

    @Override
    public Optional<ExitStatus> waitFor(Duration timeout) throws InterruptedException {
        if (timeout.compareTo(LAST_MOMENT) > 0) {
            process.waitFor(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return super.waitFor(timeout);
    }

    @Override
    public void kill() {
        tree.kill();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            CompletableFuture<Void> killed = isOver() ? tree.killQuietRest() : tree.kill();
            CompletableFuture.allOf(killed, process.isAlive() ? exit() : killed)
                    .whenComplete((nothing, failure) -> gone.complete(null));
            stdin.close();
            stdout.close();
            if (!finishDrain()) {
                stderr.close();
            }
        }
    }

    @Override
    Optional<ErrorDrain> newDrain(ErrorRelay relay) {
        return Optional.of(new BlockingDrain(process.getErrorStream(), relay, blocking));
    }

    @Override
    void askToEnd() {
        tree.terminate();
    }

    @Override
    CompletableFuture<Void> gone() {
        return gone;
    }

    // What the JDK does for this starts a thread, so it is done when somebody asks.
    @Override
    CompletableFuture<ExitStatus> exit() {
        if (exit.get() == null) {
            CompletableFuture<ExitStatus> watched =
                    process.onExit().thenApply(ended -> status(ended.exitValue()));
            exit.compareAndSet(null, watched);
        }
        return exit.get();
    }

    // Then a search for survivors, which is dear, would find none that hold stdout.
    private boolean isOver() {
        return !process.isAlive() && stdout.hasEnded();
    }

    private static ExitStatus status(int value) {
        return value > SIGNALLED && value <= SIGNALLED + LAST_SIGNAL
                ? new ExitStatus.Signalled(value - SIGNALLED)
                : new ExitStatus.Exited(value);
    }
}
