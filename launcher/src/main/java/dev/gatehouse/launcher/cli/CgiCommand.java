package dev.gatehouse.launcher.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the CGI scripts of a directory. */
@Command(
        name = "cgi",
        description = "Runs the CGI scripts of a directory: /NAME runs DIRECTORY/NAME.")
final class CgiCommand extends ApplicationCommand {

    private static final String SCHEME = "cgi";

    @Parameters(
            paramLabel = "DIRECTORY",
            description =
                    "Where the scripts are. They need execute permission, or --interpreter for"
                            + " their suffix, for example --interpreter .py=python3.")
    private Path directory;

    CgiCommand(Launch launch) {
        super(launch);
    }

    @Override
    Optional<String> scheme() {
        return Optional.of(SCHEME);
    }

    @Override
    String target() {
        return SCHEME + ':' + directory.toAbsolutePath().normalize();
    }
}
