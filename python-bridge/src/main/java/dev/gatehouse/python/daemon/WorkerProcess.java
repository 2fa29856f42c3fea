package dev.gatehouse.python.daemon;

import dev.gatehouse.process.ExitStatus;
import dev.gatehouse.process.RunningProgram;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a worker: what it writes to descriptors 1 and 2, and how it ends. Thread-safe. */
final class WorkerProcess {

    /** How long the exit of a process, and what it wrote before, may be on their way to us. */
    static final Duration UNTIL_DEATH_IS_KNOWN = Duration.ofSeconds(1);

    private final RunningProgram program;
    private final LastLines lastLines;
    private final ApplicationLog log;
    private final CompletableFuture<Void> outputEnded = new CompletableFuture<>();

    WorkerProcess(RunningProgram program, LastLines lastLines, ApplicationLog log) {
        this.program = program;
        this.lastLines = lastLines;
        this.log = log;
    }

    /** Logs what it writes; once it has ended, runs something. */
    void follow(Runnable exited, Executor tasks) {
        ErrorOutput output = new ErrorOutput(this::takeOutput);
        program.drainErrors(output, tasks)
                .whenComplete(
                        (nothing, failure) -> {
                            output.end();
                            outputEnded.complete(null);
                        });
        program.onExit().thenRunAsync(exited, tasks);
    }

    /** Waits for its end. */
    void awaitEnd(Duration timeout) throws InterruptedException {
        program.waitFor(timeout);
    }

    /** Ends it; waits for at most the grace. */
    void terminate(Duration grace) {
        program.terminate(grace);
    }

    /** How it ended and what it said last; empty if it goes on. Waits a moment. */
    Optional<String> death() {
        try {
            ExitStatus status =
                    program.onExit().get(UNTIL_DEATH_IS_KNOWN.toMillis(), TimeUnit.MILLISECONDS);
            // A child of the worker may hold its stderr open; then what came until now has to do.
            Moment.await(outputEnded, UNTIL_DEATH_IS_KNOWN);
            String last = lastLines.text();
            return Optional.of(
                    "ended "
                            + Signals.describe(status)
                            + (last.isEmpty() ? "" : "; its last output: " + last));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Closes what is open of it on this side. */
    void close() {
        program.close();
    }

    private void takeOutput(String text) {
        lastLines.add(text);
        log.output(text);
    }
}
