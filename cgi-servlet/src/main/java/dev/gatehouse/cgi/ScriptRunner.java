package dev.gatehouse.cgi;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.LaunchException;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.process.RunningProgram;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Starts scripts, as many as may run, and ends all of them when it is closed. Thread-safe. */
final class ScriptRunner implements AutoCloseable {

    private final System.Logger log;
    private final Launcher launcher = Launcher.best();
    private final ExecutorService executor = TaskThreads.create();
    private final Admission admission;
    private final RateLimit errorRate;
    private final Optional<ScriptLog> scriptLog;
    private final RunRules rules;

    /**
     * A runner.
     *
     * @param log takes what scripts write to stderr
     * @param scriptLog takes what there is to know of scripts that failed
     */
    ScriptRunner(Settings settings, System.Logger log, Optional<ScriptLog> scriptLog) {
        this.log = log;
        this.admission = new Admission(settings);
        this.errorRate = new RateLimit(settings.get(CgiSettings.STDERR_RATE));
        this.scriptLog = scriptLog;
        this.rules = RunRules.of(settings);
    }

    /**
     * Starts a script.
     *
     * @param input its stdin, which it takes over
     * @throws GatewayException if it cannot be started, or too many run
     */
    ScriptRun start(Script script, Command command, ScriptInput input) {
        Admission.Permit permit = admission.admit();
        Transcript transcript = scriptLog.map(ScriptLog::transcript).orElse(Transcript.NONE);
        try {
            RunningProgram program =
                    launcher.launch(input.isEmpty() ? command.withoutInput() : command);
            ErrorLog errors = new ErrorLog(log, errorRate, script, transcript);
            CompletableFuture<Void> stderrEnd =
                    program.drainErrors(errors, executor)
                            .whenComplete((nothing, failure) -> errors.end());
            input.feed(program, transcript, executor);
            TimedOutput stdout =
                    new TimedOutput(program.stdout(), input, rules.patience(), transcript);
            return new ScriptRun(
                    new ScriptProcess(program, permit, executor),
                    input,
                    new ScriptOutput(stdout),
                    rules,
                    new RunLog(
                            script,
                            command.environment().variables(),
                            transcript,
                            stderrEnd,
                            scriptLog,
                            executor,
                            log));
        } catch (LaunchException e) {
            permit.close();
            throw LaunchFailures.of(e, script.file());
        } catch (RuntimeException e) {
            permit.close();
            throw e;
        }
    }

    /** How programs are started, for the log. */
    String mechanism() {
        return launcher.mechanism();
    }

    @Override
    public void close() {
        launcher.close();
        executor.shutdown();
    }
}
