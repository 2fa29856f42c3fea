package dev.gatehouse.process;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A program that ProcessBuilder has started. */
final class BuilderProgram extends OwnedProgram {

    /** The JDK adds this to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private static final int LAST_SIGNAL = 64;

    private final Process process;
    private final ProcessTree tree;
    private final Executor blocking;
    private final CompletableFuture<ExitStatus> exit;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final ProgramInput stdin;
    private final BlockingOutput stdout;
    private final ProgramOutput stderr;
    private final AtomicReference<BlockingDrain> drain = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    BuilderProgram(Command command, Process process, ProcessTree tree, Executor blocking) {
        this.process = process;
        this.tree = tree;
        this.blocking = blocking;
        this.exit = process.onExit().thenApply(ended -> status(ended.exitValue()));
        ExitLinger linger = new ExitLinger(exit);
        stdin =
                command.input()
                        ? new BlockingInput(process.getOutputStream(), blocking)
                        : new NoInput();
        stdout = new BlockingOutput("stdout", process.getInputStream(), linger, blocking);
        stderr =
                command.errors()
                        ? new BlockingOutput("stderr", process.getErrorStream(), linger, blocking)
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
    public CompletableFuture<Void> drainErrors(ErrorSink sink, Executor executor) {
        ErrorRelay relay = new ErrorRelay(sink, executor);
        BlockingDrain newDrain = new BlockingDrain(process.getErrorStream(), relay, blocking);
        if (!drain.compareAndSet(null, newDrain)) {
            throw new IllegalStateException("stderr is drained already");
        }
        newDrain.start();
        return relay.done();
    }

    @Override
    public Optional<ExitStatus> exitStatus() {
        return process.isAlive() ? Optional.empty() : Optional.of(status(process.exitValue()));
    }

    @Override
    public CompletableFuture<ExitStatus> onExit() {
        return exit.copy();
    }

    @Override
    public void kill() {
        tree.kill();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            CompletableFuture<Void> killed = isOver() ? tree.killQuietRest() : tree.kill();
            CompletableFuture.allOf(killed, exit)
                    .whenComplete((nothing, failure) -> gone.complete(null));
            stdin.close();
            stdout.close();
            BlockingDrain started = drain.get();
            if (started == null) {
                stderr.close();
            } else {
                started.finish();
            }
        }
    }

    @Override
    void askToEnd() {
        tree.terminate();
    }

    @Override
    CompletableFuture<Void> gone() {
        return gone;
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
