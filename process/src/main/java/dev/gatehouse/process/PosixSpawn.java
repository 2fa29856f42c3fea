package dev.gatehouse.process;

import java.util.function.Function;

/**
 * Whether this JVM can start programs through {@code posix_spawn}.
 *
 * <p>This is the answer of a JVM older than Java 22; META-INF/versions/22 holds the other one.
 */
final class PosixSpawn {

    private PosixSpawn() {}

    /**
     * The posix_spawn launcher, or another one.
     *
     * @param fallback makes the other one from the reason why this one cannot be
     */
    static Launcher launcherOrElse(Function<String, Launcher> fallback) {
        return fallback.apply("the foreign-function API needs Java 22 or newer");
    }
}
