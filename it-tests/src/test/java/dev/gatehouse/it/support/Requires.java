package dev.gatehouse.it.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/**
 * What a test needs of its machine. A test that lacks it is skipped, visibly; with {@code
 * -Dgatehouse.require=all} it fails.
 */
public final class Requires {

    private static final boolean ALL = "all".equals(System.getProperty("gatehouse.require"));

    private Requires() {}

    /**
     * Goes on if a thing is there.
     *
     * @param found the thing, if it was found
     * @param what the thing in words, and how to get it
     */
    public static <T> T present(Optional<T> found, String what) {
        if (ALL && found.isEmpty()) {
            throw new AssertionError("required, but not there: " + what);
        }
        assumeTrue(found.isPresent(), () -> "not there: " + what);
        return found.orElseThrow();
    }
}
