package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A program that posix_spawn has started. */
final class PosixProgram extends OwnedProgram {

    /**
     * The time for which the first wait for the exit blocks natively instead of parking. Whoever
     * waits has mostly seen the end of the output, and the program is on its way out.
     */
    private static final Duration LAST_MOMENT = Duration.ofMillis(2);

    private final ChildProcess child;
    private final ProgramInput stdin;
    private final ProgramOutput stdout;
    private final ProgramOutput stderr;
    private final Optional<Descriptor> errors;

    PosixProgram(ChildProcess child, Pipes pipes, Poller poller, Pool<Slab> slabs) {
        this.child = child;
        errors = descriptor(pipes, 2, poller, slabs);
        stdin =
                descriptor(pipes, 0, poller, slabs)
                        .<ProgramInput>map(pipe -> new PipeInput(pipe, this::startDrain))
                        .orElseGet(NoInput::new);
        stdout =
                new PipeOutput(
                        "stdout",
                        new Descriptor(pipes.ours(1), poller, slabs),
                        child,
                        this::startDrain);
        stderr =
                errors.<ProgramOutput>map(pipe -> new PipeOutput("stderr", pipe, child, () -> {}))
                        .orElseGet(NoOutput::new);
    }

    @Override
    public long pid() {
        return child.pid();
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
        return child.status();
    }

    @Override
    public Optional<ExitStatus> waitFor(Duration timeout) throws InterruptedException {
        if (child.status().isEmpty() && timeout.compareTo(LAST_MOMENT) > 0) {
            child.endsWithin(LAST_MOMENT);
        }
        return super.waitFor(timeout);
    }

    @Override
    public void kill() {
        child.signalGroup(ProcessCalls.SIGKILL);
    }

    @Override
    public void close() {
        child.end();
        stdin.close();
        stdout.close();
        if (!finishDrain()) {
            stderr.close();
        }
    }

    @Override
    Optional<ErrorDrain> newDrain(ErrorRelay relay) {
        return errors.map(pipe -> new PolledDrain(pipe, relay));
    }

    @Override
    CompletableFuture<ExitStatus> exit() {
        return child.onExit();
    }

    @Override
    void askToEnd() {
        child.signalGroup(ProcessCalls.SIGTERM);
    }

    @Override
    CompletableFuture<Void> gone() {
        return child.gone();
    }

    private static Optional<Descriptor> descriptor(
            Pipes pipes, int stream, Poller poller, Pool<Slab> slabs) {
        return pipes.has(stream)
                ? Optional.of(new Descriptor(pipes.ours(stream), poller, slabs))
                : Optional.empty();
    }
}
