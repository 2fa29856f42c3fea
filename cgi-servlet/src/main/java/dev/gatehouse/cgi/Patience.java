package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Settings;
import java.time.Duration;

/**
 * How long scripts may take.
 *
 * @param header until the headers
 * @param idle between two pieces of output
 * @param total altogether
 */
record Patience(Duration header, Duration idle, Duration total) {

    private static final Duration NO_LIMIT = Duration.ofDays(10_000);

    static Patience of(Settings settings) {
        return new Patience(
                limit(settings.get(CgiSettings.HEADER_TIMEOUT)),
                limit(settings.get(CgiSettings.IDLE_TIMEOUT)),
                limit(settings.get(CgiSettings.TOTAL_TIMEOUT)));
    }

    private static Duration limit(Duration set) {
        return set.isZero() ? NO_LIMIT : set;
    }
}
