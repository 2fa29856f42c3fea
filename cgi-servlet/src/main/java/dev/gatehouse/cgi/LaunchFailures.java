package dev.gatehouse.cgi;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.OverloadedException;
import dev.gatehouse.process.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What a script that cannot be started leads to, with the remedy. */
final class LaunchFailures {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private LaunchFailures() {}

    /**
     * What the client and the log are told.
     *
     * @param script the file that was to be run
     */
    static GatewayException of(LaunchException failure, Path script) {
        String message = failure.getMessage();
        return switch (failure.failure()) {
            case TOO_LONG -> new GatewayException(431, message, failure);
            case BUSY, NO_RESOURCES -> new OverloadedException(message, RETRY);
            default -> new GatewayException(500, message + remedy(failure, script), failure);
        };
    }

    private static String remedy(LaunchException failure, Path script) {
        return switch (failure.failure()) {
            case NOT_FOUND -> "; " + missing(script);
            case NOT_PERMITTED ->
                    "; make it executable (chmod +x), or name an interpreter for its suffix (interpreter.py, for example)";
            case NOT_EXECUTABLE ->
                    "; begin it with a #! line, or name an interpreter for its suffix (interpreter.py, for example)";
            case NOT_REPRESENTABLE ->
                    "; run on Java 22 or newer with --enable-native-access=ALL-UNNAMED, or in a UTF-8 locale";
            default -> "";
        };
    }

    /** Why a file that is there is not found: the system means what its first line names. */
    private static String missing(Path script) {
        try {
            String interpreter =
                    ShebangLine.of(script).map(line -> line.interpreter().toString()).orElse("");
            return interpreter.endsWith("\r")
                    ? "its #! line ends with CR LF, as on Windows; make it LF (dos2unix)"
                    : "the program that its #! line names does not exist: " + interpreter;
        } catch (IOException e) {
            return "it cannot be read: " + e;
        }
    }
}
