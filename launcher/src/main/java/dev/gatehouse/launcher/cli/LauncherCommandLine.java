package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.LaunchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of {@code java -jar gatehouse.war}. */
public final class LauncherCommandLine {

    private static final String DEFAULT_COMMAND = "serve";
    private static final Set<String> HELP = Set.of("-h", "--help");
    private static final Set<String> OF_ROOT = Set.of("-h", "--help", "-V", "--version");

    private final Path war;
    private final CommandLine root;

    /**
     * A command line.
     *
     * @param war the file that the launcher was started from
     * @param out for what was asked for
     * @param err for the one line that says what is wrong
     */
    public LauncherCommandLine(Path war, PrintWriter out, PrintWriter err) {
        this.war = war;
        Launch launch = new Launch(war, out);
        this.root =
                new CommandLine(new RootCommand())
                        .addSubcommand(new ServeCommand(launch))
                        .addSubcommand(new AppCommand(launch))
                        .addSubcommand(WsgiCommand.commandLine(launch))
                        .addSubcommand(new CgiCommand(launch))
                        .setOut(out)
                        .setErr(err)
                        .setParameterExceptionHandler(Failures::wrongUsage)
                        .setExecutionExceptionHandler(Failures::failedLaunch);
    }

    /**
     * Runs a command, and returns when the process has to end.
     *
     * @return the exit code: 0, 1 if the server cannot start, 2 if the command line is wrong
     */
    public int run(String... args) {
        String[] complete = withCommand(args);
        try {
            CommandLine command = root.getSubcommands().get(complete[0]);
            if (command != null && needsSettings(command.getCommandSpec(), complete)) {
                addSettings(command);
            }
        } catch (LaunchException e) {
            return Failures.failedLaunch(e, root, null);
        }
        return root.execute(complete);
    }

    private String[] withCommand(String... args) {
        boolean given = args.length > 0 && (OF_ROOT.contains(args[0]) || !args[0].startsWith("-"));
        return given
                ? args
                : Stream.concat(Stream.of(DEFAULT_COMMAND), Arrays.stream(args))
                        .toArray(String[]::new);
    }

    /** Reading the settings takes time, and a start without any does not need them. */
    private static boolean needsSettings(CommandSpec command, String... args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("-"))
                .map(arg -> arg.split("=", 2)[0])
                .anyMatch(name -> HELP.contains(name) || !command.optionsMap().containsKey(name));
    }

    private void addSettings(CommandLine commandLine) throws LaunchException {
        ServerCommand command = commandLine.getCommand();
        Map<String, List<SettingLine>> tables = WarSettings.read(war);
        for (String table : command.tables(tables.keySet())) {
            command.settings().add(table, tables.get(table), commandLine.getCommandSpec());
        }
    }
}
