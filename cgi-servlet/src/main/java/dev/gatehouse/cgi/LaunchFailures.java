package dev.gatehouse.cgi;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.OverloadedException;
import dev.gatehouse.process.LaunchException;
import java.time.Duration;

/** What a script that cannot be started leads to, with the remedy. */
final class LaunchFailures {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private LaunchFailures() {}

    static GatewayException of(LaunchException failure) {
        String message = failure.getMessage();
        return switch (failure.failure()) {
            case TOO_LONG -> new GatewayException(431, message, failure);
            case BUSY, NO_RESOURCES -> new OverloadedException(message, RETRY);
            default -> new GatewayException(500, message + remedy(failure), failure);
        };
    }

    private static String remedy(LaunchException failure) {
        return switch (failure.failure()) {
            case NOT_FOUND -> "; the program that its #! line names does not exist";
            case NOT_PERMITTED ->
                    "; make it executable (chmod +x), or name an interpreter for its suffix (interpreter.py, for example)";
            case NOT_EXECUTABLE ->
                    "; begin it with a #! line, or name an interpreter for its suffix (interpreter.py, for example)";
            case NOT_REPRESENTABLE ->
                    "; run on Java 22 or newer with --enable-native-access=ALL-UNNAMED, or in a UTF-8 locale";
            default -> "";
        };
    }
}
