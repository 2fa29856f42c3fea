package dev.gatehouse.cgi;

import dev.gatehouse.process.ExitStatus;
import dev.gatehouse.process.RunningProgram;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The process of a script and the place that it takes among others, until nothing of it is left.
 * Used by the thread of the request.
 */
final class ScriptProcess {

    /** How long a script may take to exit after its output has ended, before nobody waits. */
    private static final Duration EXIT = Duration.ofMillis(100);

    /** How long a script may take to end after SIGTERM. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final RunningProgram program;
    private final Admission.Permit permit;
    private final Executor executor;
    private boolean ended;

    /**
     * A process that was started.
     *
     * @param permit is given back when the process is gone
     * @param executor waits for that where it takes time
     */
    ScriptProcess(RunningProgram program, Admission.Permit permit, Executor executor) {
        this.program = program;
        this.permit = permit;
        this.executor = executor;
    }

    /** Whether {@link #end} was called. */
    boolean isEnded() {
        return ended;
    }

    /** How the script ended, if it ends about now. */
    Optional<ExitStatus> exitStatus() {
        try {
            return program.waitFor(EXIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Ends the process with everything that it has started. Idempotent, and does not wait.
     *
     * @param patience how long it may run on by itself before
     */
    void end(Duration patience) {
        if (ended) {
            return;
        }
        ended = true;
        if (program.exitStatus().isPresent()) {
            free();
            return;
        }
        // What waits for the script to read or write waits no longer.
        program.stdin().close();
        program.stdout().close();
        try {
            executor.execute(() -> terminate(patience));
        } catch (RejectedExecutionException e) {
            // Undeployment ends all programs.
            free();
        }
    }

    private void terminate(Duration patience) {
        try {
            program.waitFor(patience);
            program.terminate(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free();
        }
    }

    private void free() {
        program.close();
        permit.close();
    }
}
