package dev.gatehouse.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * The settings of Python applications that mean something else on a command line: paths start where
 * the user is, and the environment is the user's.
 */
final class WsgiOptions {

    private static final String CHDIR = "chdir";
    private static final String PYTHON_HOME = "pythonHome";
    private static final String PYTHON_PATH = "pythonPath";
    private static final String PASS_ENVIRONMENT = "passEnvironment";

    /** The settings that these options stand for. */
    static final Set<String> SETTINGS = Set.of(CHDIR, PYTHON_HOME, PYTHON_PATH, PASS_ENVIRONMENT);

    @Option(
            names = "--chdir",
            paramLabel = "FOLDER",
            converter = Converters.ToFolder.class,
            description =
                    "The working directory, which also comes first on sys.path. Default: the"
                            + " current directory, or the folder of the script.")
    private Path chdir;

    @Option(
            names = "--python-home",
            paramLabel = "FOLDER",
            converter = Converters.ToFolder.class,
            description =
                    "The folder of a virtualenv; its bin/python is then used. One that is"
                            + " activated is used in any case.")
    private Path pythonHome;

    @Option(
            names = "--python-path",
            paramLabel = "FOLDER",
            split = ":",
            converter = Converters.ToFolder.class,
            description = "Folders for sys.path, separated by colons; .pth files in them are read.")
    private List<Path> pythonPath = new ArrayList<>();

    @Option(
            names = "--pass-environment",
            paramLabel = "NAMES",
            defaultValue = "*",
            description =
                    "The environment variables that the application gets, separated by commas;"
                            + " PATH, HOME, USER, LOGNAME, TZ and TMPDIR in any case. Default:"
                            + " all.")
    private String passEnvironment;

    /**
     * The values of the settings.
     *
     * @param current the current directory, where a module is looked for
     */
    Map<String, String> values(WsgiTarget target, Path current) {
        Map<String, String> values = new HashMap<>();
        Optional.ofNullable(chdir)
                .or(() -> target.isScript() ? Optional.empty() : Optional.of(current))
                .ifPresent(folder -> values.put(CHDIR, folder.toString()));
        Optional.ofNullable(pythonHome)
                .ifPresent(folder -> values.put(PYTHON_HOME, folder.toString()));
        values.put(
                PYTHON_PATH,
                pythonPath.stream().map(Path::toString).collect(Collectors.joining(":")));
        values.put(PASS_ENVIRONMENT, passEnvironment);
        return values;
    }
}
