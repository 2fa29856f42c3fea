package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.TemporaryFolder;
import dev.gatehouse.process.Command;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers each request with the script that its path leads to (RFC 3875). Thread-safe. */
final class CgiApplication implements Application, AutoCloseable {

    private final AllowedMethods methods;
    private final ScriptLookup lookup;
    private final CommandLine commandLine;
    private final ScriptInputs inputs;
    private final MetaVariables variables;
    private final ScriptCommands commands;
    private final ScriptRunner runner;
    private final Responder responder;
    private final TemporaryFolder files;

    /**
     * An application.
     *
     * @param runner is closed with the application
     * @param files what else is closed with it, afterwards
     */
    CgiApplication(
            Settings settings,
            ScriptLookup lookup,
            ScriptInputs inputs,
            MetaVariables variables,
            ScriptCommands commands,
            ScriptRunner runner,
            TemporaryFolder files) {
        this.methods = settings.get(TomcatSettings.CGI_METHODS);
        this.commandLine = CommandLine.of(settings);
        this.responder = new Responder(settings);
        this.lookup = lookup;
        this.inputs = inputs;
        this.variables = variables;
        this.commands = commands;
        this.runner = runner;
        this.files = files;
    }

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws IOException {
        if (!methods.permit(Environ.method(environ))) {
            return refuseMethod(startResponse);
        }
        Script script =
                lookup.find(environ)
                        .orElseThrow(() -> new GatewayException(404, "no script of that name"));
        ScriptRun run = start(environ, script);
        try {
            return responder.respond(environ, run, startResponse);
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    @Override
    public void close() {
        runner.close();
        files.close();
    }

    private ScriptRun start(Map<String, Object> environ, Script script) throws IOException {
        ScriptInput input = inputs.of(environ);
        try {
            Command command =
                    commands.command(
                            script, commandLine.arguments(environ), variables.of(environ, script));
            return runner.start(script, command, input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private Iterable<byte[]> refuseMethod(StartResponse startResponse) {
        startResponse.start(
                "405 Method Not Allowed",
                List.of(
                        new Header("Allow", methods.allow()),
                        new Header("Content-Type", "text/plain")));
        return List.of("405 Method Not Allowed\n".getBytes(US_ASCII));
    }
}
