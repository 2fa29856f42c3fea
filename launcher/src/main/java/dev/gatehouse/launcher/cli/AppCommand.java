package dev.gatehouse.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Java application, or whatever else has a scheme. */
@Command(name = "app", description = "Runs one application for every path.")
final class AppCommand extends ApplicationCommand {

    @Parameters(
            paramLabel = "CLASS",
            description =
                    "The application: a Java class with a constructor without parameters,"
                            + " class#METHOD or class#FIELD (static), or scheme:rest.")
    private String target;

    AppCommand(Launch launch) {
        super(launch);
    }

    @Override
    String target() {
        return target;
    }
}
