package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.SingleApplication;
import dev.gatehouse.launcher.server.WebApplication;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that runs one application for every path. */
@Command
abstract class ApplicationCommand extends ServerCommand {

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            converter = Converters.ToClasspath.class,
            description =
                    "Folders and jar files that join the classes of the WAR, separated as for"
                            + " java -cp; FOLDER/* stands for all jar files in a folder.")
    private Classpath classpath = Classpath.EMPTY;

    ApplicationCommand(Launch launch) {
        super(launch);
    }

    /** The value of the parameter {@code application}. */
    abstract String target();

    @Override
    WebApplication application(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("application", target());
        return new SingleApplication(all, classpath.entries());
    }
}
