package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A program that was started, with everything it started in turn.
 *
 * <p>All methods may be called from any thread; the three streams say their own rules. Must be
 * closed, also after the program has ended: only then are its descriptors and its entry in the
 * system's process table freed.
 */
public interface RunningProgram extends AutoCloseable {

    /** The process id; where the program has a session of its own, also the id of its group. */
    long pid();

    /** The pipe into stdin; closed from the start if the command has no input. */
    ProgramInput stdin();

    /** The pipe out of stdout. */
    ProgramOutput stdout();

    /** The pipe out of stderr; empty if the command discards it. Not after {@link #drainErrors}. */
    ProgramOutput stderr();

    /**
     * Reads stderr to its end on the side, so that the program does not wait for somebody to read
     * it.
     *
     * <p>At most 64 KiB wait for a slow sink; more is dropped and counted. While the program says
     * nothing, this takes no thread. Begins, at the latest, when a read of stdout has waited for
     * some milliseconds, when a write to stdin waits, or with {@link #onExit()}; what comes before
     * fits into the pipe, or waits there. May be called once, and not together with {@link
     * #stderr()}.
     *
     * @param sink takes the bytes
     * @param executor runs the sink; used only when there is something to tell
     * @return completes when stderr has ended, at {@link #close()} at the latest, and the sink has
     *     taken everything; exceptionally if the sink threw
     */
    CompletableFuture<Void> drainErrors(ErrorSink sink, Executor executor);

    /** How the program ended, or empty if it still runs; never waits. */
    Optional<ExitStatus> exitStatus();

    /**
     * Completes when the program ends.
     *
     * <p>Actions that hang on it may run on a thread of the launcher and must not block.
     */
    CompletableFuture<ExitStatus> onExit();

    /**
     * Waits for the program to end.
     *
     * @param timeout how long
     * @return how it ended, or empty if it still runs
     * @throws InterruptedException if the thread is interrupted
     */
    Optional<ExitStatus> waitFor(Duration timeout) throws InterruptedException;

    /**
     * Ends the program and its group: SIGTERM, then SIGKILL for what is left when the program has
     * ended or the grace is over. An interrupt cuts the grace short.
     *
     * @param grace how long the program may take after SIGTERM
     */
    void terminate(Duration grace);

    /** Sends SIGKILL to the program and its group; does not wait. */
    void kill();

    /**
     * Kills what still runs of the program and its group, ends waiting reads and writes, and frees
     * every descriptor. Idempotent; does not wait.
     */
    @Override
    void close();
}
