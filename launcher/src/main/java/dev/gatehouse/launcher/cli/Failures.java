package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.LaunchException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong. */
final class Failures {

    private Failures() {}

    static int wrongUsage(ParameterException failure, String... args) {
        String message = failure.getMessage();
        for (OptionSpec option : failure.getCommandLine().getCommandSpec().options()) {
            message = message.replace(option.longestName(), given(option, args));
        }
        print(failure.getCommandLine().getErr(), message + " (see --help)");
        return ExitCode.USAGE;
    }

    /** The name that the user knows the option by; Picocli always says the longest. */
    private static String given(OptionSpec option, String... args) {
        List<String> names = Arrays.stream(args).map(arg -> arg.split("=", 2)[0]).toList();
        return Arrays.stream(option.names())
                .filter(names::contains)
                .findFirst()
                .orElse(option.longestName());
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
