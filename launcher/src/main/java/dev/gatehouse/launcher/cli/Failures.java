package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.LaunchException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong. */
final class Failures {

    private Failures() {}

    static int wrongUsage(ParameterException failure, String... args) {
        print(failure.getCommandLine().getErr(), failure.getMessage() + " (see --help)");
        return ExitCode.USAGE;
    }

    static int failedLaunch(Exception failure, CommandLine command, ParseResult parsed) {
        print(
                command.getErr(),
                failure instanceof LaunchException ? failure.getMessage() : failure.toString());
        return ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter err, String message) {
        err.println("gatehouse: " + message.lines().findFirst().orElse(""));
        err.flush();
    }
}
