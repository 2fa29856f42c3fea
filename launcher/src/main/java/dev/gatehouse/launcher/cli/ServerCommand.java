package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.LaunchException;
import dev.gatehouse.launcher.server.WebApplication;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that starts a server and returns when the process ends. */
@Command
abstract class ServerCommand implements Callable<Integer> {

    @Mixin private ServerOptions server = new ServerOptions();

    private final SettingOptions settings = new SettingOptions();
    private final Launch launch;

    ServerCommand(Launch launch) {
        this.launch = launch;
    }

    /** Whether options are made of a settings table. */
    boolean takes(String table) {
        return true;
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
        launch.run(server, application(settings.values()));
        return 0;
    }
}
