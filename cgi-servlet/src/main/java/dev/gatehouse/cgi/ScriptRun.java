package dev.gatehouse.cgi;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.process.ExitStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A script that was started for a request, and what is to be thought of how it ends. Used by the
 * thread of the request.
 */
final class ScriptRun implements AutoCloseable {

    private final ScriptProcess process;
    private final ScriptInput input;
    private final ScriptOutput output;
    private final RunRules rules;
    private final RunLog log;

    ScriptRun(
            ScriptProcess process,
            ScriptInput input,
            ScriptOutput output,
            RunRules rules,
            RunLog log) {
        this.process = process;
        this.input = input;
        this.output = output;
        this.rules = rules;
        this.log = log;
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
     * Judges a run whose output has ended. What is left of it is freed by {@link #close}, which can
     * wait until the client has its answer.
     *
     * @throws GatewayException if the script crashed, so that there may have been more
     * @throws IOException if the client did not send the whole request body
     */
    void complete() throws IOException {
        if (process.isEnded()) {
            return;
        }
        Optional<ExitStatus> status = process.exitStatus();
        if (status.isEmpty()) {
            process.end(rules.afterOutput());
        }
        requireWholeInput();
        if (status.filter(rules::isCrash).isPresent()) {
            throw failed(502, "did not finish its response", status);
        }
        status.filter(exit -> !exit.success()).ifPresent(log::oddExit);
    }

    /** The failure that a problem with the output leads to; ends the run. */
    GatewayException failed(Exception problem) throws IOException {
        Optional<ExitStatus> status = process.exitStatus();
        boolean late = problem instanceof ScriptTimeoutException;
        process.end(Duration.ZERO);
        requireWholeInput();
        return failed(late ? 504 : 502, problem.getMessage(), status);
    }

    /** Lets a client that is still sending its body finish: it has the whole response. */
    void linger() {
        process.end(Duration.ZERO);
        input.linger();
    }

    /** Ends the run, whatever the script is doing; afterwards the request is left alone. */
    @Override
    public void close() {
        process.end(Duration.ZERO);
        input.close();
    }

    private GatewayException failed(int status, String what, Optional<ExitStatus> exit) {
        String reason =
                what + "; " + exit.map(ExitStatus::toString).orElse("it had not ended by then");
        log.failure(reason);
        return new GatewayException(status, "script " + log.script().file() + ": " + reason);
    }

    private void requireWholeInput() throws IOException {
        Optional<IOException> failure = input.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
