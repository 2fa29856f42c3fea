package dev.gatehouse.it.distribution;

import java.nio.file.Path;

/** What the build has made. */
public final class Artifacts {

    private Artifacts() {}

    /** The folder of the whole project. */
    public static Path root() {
        return Path.of(System.getProperty("gatehouse.root")).toAbsolutePath().normalize();
    }

    /** The WAR, as it is delivered. */
    public static Path war() {
        return Path.of(System.getProperty("gatehouse.war")).normalize();
    }
}
