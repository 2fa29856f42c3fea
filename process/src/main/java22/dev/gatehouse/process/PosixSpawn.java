package dev.gatehouse.process;

import java.util.Optional;
import java.util.function.Function;

/** Whether this JVM, Java 22 or newer, can start programs through {@code posix_spawn}. */
final class PosixSpawn {

    private static final Optional<String> REFUSAL = refusal();

    private PosixSpawn() {}

    /**
     * The posix_spawn launcher, or another one.
     *
     * @param fallback makes the other one from the reason why this one cannot be
     */
    static Launcher launcherOrElse(Function<String, Launcher> fallback) {
        return REFUSAL.map(fallback).orElseGet(PosixSpawnLauncher::new);
    }

    private static Optional<String> refusal() {
        if (!System.getProperty("os.name").equals("Linux") || !Architecture.isKnown()) {
            return Optional.of(
                    "%s on %s is not supported"
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        try {
            SpawnCalls.link();
            ProcessCalls.link();
            DescriptorCalls.link();
            EpollCalls.link();
            return Optional.empty();
        } catch (ExceptionInInitializerError e) {
            return Optional.of(String.valueOf(e.getCause().getMessage()));
        }
    }
}
