package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.WebApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a Python application. */
@Command(name = "wsgi", description = "Runs a Python WSGI application in worker processes.")
final class WsgiCommand extends ApplicationCommand {

    private static final String SCHEME = "python";

    private final Path current = Path.of("").toAbsolutePath();

    @Parameters(
            paramLabel = "MODULE[:CALLABLE]",
            description =
                    "The application: module, module:callable, module:factory(), or the path of a"
                            + " script file. The callable is \"application\" if none is named.")
    private String target;

    @Mixin private WsgiOptions options = new WsgiOptions();

    private WsgiCommand(Launch launch) {
        super(launch);
    }

    /** The command, with {@code --threads} being those of the worker processes. */
    static CommandLine commandLine(Launch launch) {
        WsgiCommand command = new WsgiCommand(launch);
        command.settings().leaveOut(WsgiOptions.SETTINGS);
        CommandLine commandLine = new CommandLine(command);
        ServerOptions.leaveThreadsToTheApplication(commandLine.getCommandSpec());
        return commandLine;
    }

    @Override
    Optional<String> scheme() {
        return Optional.of(SCHEME);
    }

    @Override
    String target() {
        return SCHEME + ':' + parsedTarget().application();
    }

    @Override
    WebApplication application(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(options.values(parsedTarget(), current));
        return super.application(all);
    }

    private WsgiTarget parsedTarget() {
        return WsgiTarget.parse(target, current);
    }
}
