package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.ExitStatus;
import java.time.Duration;

/**
 * What holds for every run of a script.
 *
 * @param patience how long it may take
 * @param afterOutput how long it may run on when its output has ended
 * @param crashSign which end is a crash
 */
record RunRules(Patience patience, Duration afterOutput, CrashSign crashSign) {

    static RunRules of(Settings settings) {
        return new RunRules(
                Patience.of(settings),
                Duration.ofMillis(settings.get(TomcatSettings.STDERR_TIMEOUT)),
                settings.get(CgiSettings.CRASH_SIGN));
    }

    /** Whether a script that ended like this may have left out a part of its response. */
    boolean isCrash(ExitStatus status) {
        return status instanceof ExitStatus.Signalled
                || (crashSign == CrashSign.NONZERO && !status.success());
    }
}
