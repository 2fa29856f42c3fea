package dev.gatehouse.python.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/**
 * What a test needs of its machine. A test that lacks it is skipped, visibly; with {@code
 * -Dgatehouse.require=all} it fails.
 */
public final class Requires {

    private static final boolean ALL = "all".equals(System.getProperty("gatehouse.require"));

    private Requires() {}

    /** Goes on if a command succeeds. */
    public static void success(String what, String... command) throws InterruptedException {
        boolean there = succeeds(command);
        if (ALL && !there) {
            throw new AssertionError("required, but not there: " + what);
        }
        assumeTrue(there, () -> "not there: " + what);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
