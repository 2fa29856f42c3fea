package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.LaunchException;
import dev.gatehouse.launcher.server.WebApplication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that starts a server and returns when the process ends. */
@Command
abstract class ServerCommand implements Callable<Integer> {

    /** The table of what every application takes. */
    private static final String EVERY_KIND = "servlet";

    @Mixin private ServerOptions server = new ServerOptions();

    private final SettingOptions settings = new SettingOptions();
    private final Launch launch;

    ServerCommand(Launch launch) {
        this.launch = launch;
    }

    /** The only kind of application that the command runs; empty if it may run any. */
    Optional<String> scheme() {
        return Optional.empty();
    }

    /**
     * The settings tables that options are made of: what the kind of application says of a setting
     * comes before what holds for all kinds.
     *
     * @param all the names of all tables
     */
    final List<String> tables(Set<String> all) {
        return scheme().map(own -> Stream.of(own, EVERY_KIND).filter(all::contains).toList())
                .orElseGet(() -> List.copyOf(all));
    }

    /**
     * The web application to run.
     *
     * @param parameters what was set on the command line, by parameter name
     */
    abstract WebApplication application(Map<String, String> parameters);

    SettingOptions settings() {
        return settings;
    }

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        WebApplication application = application(settings.values());
        settings.close();
        launch.run(server, application);
        return 0;
    }
}
