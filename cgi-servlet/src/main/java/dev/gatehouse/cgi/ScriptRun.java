package dev.gatehouse.cgi;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.ExitStatus;
import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A script that was started for a request, until nothing of it is left. Used by the thread of the
 * request.
 */
final class ScriptRun implements AutoCloseable {

    /** How long a script may take to exit after its output has ended, before nobody waits. */
    private static final Duration EXIT = Duration.ofMillis(100);

    /** How long a script may take to end after SIGTERM. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /**
     * What holds for every run.
     *
     * @param patience how long it may take
     * @param afterOutput how long it may run on when its output has ended
     * @param crashSign which end is a crash
     */
    record Rules(Patience patience, Duration afterOutput, CrashSign crashSign) {

        static Rules of(Settings settings) {
            return new Rules(
                    Patience.of(settings),
                    Duration.ofMillis(settings.get(CgiSettings.STDERR_TIMEOUT)),
                    settings.get(CgiSettings.CRASH_SIGN));
        }
    }

    private final Script script;
    private final Command command;
    private final RunningProgram program;
    private final ScriptInput input;
    private final Transcript transcript;
    private final Admission.Permit permit;
    private final Rules rules;
    private final Optional<ScriptLog> scriptLog;
    private final Executor executor;
    private final System.Logger log;
    private final ScriptOutput output;
    private boolean ended;

    ScriptRun(
            Script script,
            Command command,
            RunningProgram program,
            ScriptInput input,
            Transcript transcript,
            Admission.Permit permit,
            Rules rules,
            Optional<ScriptLog> scriptLog,
            Executor executor,
            System.Logger log) {
        this.script = script;
        this.command = command;
        this.program = program;
        this.input = input;
        this.transcript = transcript;
        this.permit = permit;
        this.rules = rules;
        this.scriptLog = scriptLog;
        this.executor = executor;
        this.log = log;
        this.output = new ScriptOutput(program.stdout(), input, rules.patience(), transcript);
    }

    /** What the script writes. */
    ScriptOutput output() {
        return output;
    }

    /** Whether the whole request body was read. */
    boolean inputIsRead() {
        return input.isRead();
    }

    /**
     * Ends a run whose output has ended.
     *
     * @throws GatewayException if the script crashed, so that there may have been more
     * @throws IOException if the client did not send the whole request body
     */
    void complete() throws IOException {
        if (ended) {
            return;
        }
        Optional<ExitStatus> status = exitStatus();
        end(rules.afterOutput());
        requireWholeInput();
        if (status.isPresent() && !status.get().success()) {
            boolean crashed =
                    status.get() instanceof ExitStatus.Signalled
                            || rules.crashSign() == CrashSign.NONZERO;
            if (crashed) {
                throw failed(502, "did not finish its response", status);
            }
            log.log(Level.WARNING, "script {0}: {1}", script.file(), status.get());
            record(status.get().toString());
        }
    }

    /** The failure that a problem with the output leads to; ends the run. */
    GatewayException failed(Exception problem) throws IOException {
        Optional<ExitStatus> status = exitStatus();
        boolean late = problem instanceof ScriptTimeoutException;
        end(Duration.ZERO);
        requireWholeInput();
        return failed(late ? 504 : 502, problem.getMessage(), status);
    }

    /** Lets a client that is still sending its body finish: it has the whole response. */
    void linger() {
        input.linger();
    }

    /** Ends the run, whatever the script is doing; afterwards the request is left alone. */
    @Override
    public void close() {
        end(Duration.ZERO);
        input.close();
    }

    private GatewayException failed(int status, String what, Optional<ExitStatus> exit) {
        String reason =
                what + "; " + exit.map(ExitStatus::toString).orElse("it had not ended by then");
        record(reason);
        return new GatewayException(status, "script " + script.file() + ": " + reason);
    }

    private void record(String reason) {
        scriptLog.ifPresent(file -> file.record(script, command.environment(), transcript, reason));
    }

    private void requireWholeInput() throws IOException {
        Optional<IOException> failure = input.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** How the script ended, if it ends about now. */
    private Optional<ExitStatus> exitStatus() {
        Optional<ExitStatus> status = program.exitStatus();
        if (status.isPresent()) {
            return status;
        }
        try {
            return program.waitFor(EXIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void end(Duration patience) {
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
