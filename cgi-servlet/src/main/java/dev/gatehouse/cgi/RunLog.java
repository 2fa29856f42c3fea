package dev.gatehouse.cgi;

import dev.gatehouse.process.ExitStatus;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What is written down of a run that did not go well.
 *
 * @param environment what the script got
 * @param transcript the beginnings of its streams
 * @param stderrEnd completes when stderr has ended, so that nothing is missing from the transcript
 * @param file takes all of this, if the deployer wants it
 * @param executor writes it
 * @param log takes one line
 */
record RunLog(
        Script script,
        Map<String, String> environment,
        Transcript transcript,
        CompletableFuture<Void> stderrEnd,
        Optional<ScriptLog> file,
        Executor executor,
        System.Logger log) {

    /** An exit status other than 0 after a whole response, which many shell scripts have. */
    void oddExit(ExitStatus status) {
        log.log(Level.WARNING, "script {0}: {1}", script.file(), status);
        failure(status.toString());
    }

    /** A failure that the bridge logs, with the status of the answer. */
    void failure(String reason) {
        file.ifPresent(
                scriptLog -> {
                    var unused =
                            stderrEnd.whenCompleteAsync(
                                    (nothing, failure) ->
                                            scriptLog.record(
                                                    script, environment, transcript, reason),
                                    executor);
                });
    }
}
