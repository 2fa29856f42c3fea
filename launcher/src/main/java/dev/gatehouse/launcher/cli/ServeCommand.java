package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.Site;
import dev.gatehouse.launcher.server.WebApplication;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Runs the WAR as its web.xml describes it. */
@Command(name = "serve", description = "Serves the sample site; the default.")
final class ServeCommand extends ServerCommand {

    private static final String CONTEXT_PREFIX = "gatehouse.";

    ServeCommand(Launch launch) {
        super(launch);
    }

    @Override
    WebApplication application(Map<String, String> parameters) {
        return new Site(
                parameters.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> CONTEXT_PREFIX + e.getKey(), Map.Entry::getValue)));
    }
}
