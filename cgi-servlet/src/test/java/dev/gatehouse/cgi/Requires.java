package dev.gatehouse.cgi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/**
 * The programs that a test needs. A test that lacks one is skipped, visibly; with {@code
 * -Dgatehouse.require=all} it fails.
 */
final class Requires {

    private static final boolean ALL = "all".equals(System.getProperty("gatehouse.require"));

    private Requires() {}

    /** Goes on if a command succeeds. */
    static void success(String what, String... command) throws Exception {
        boolean there = succeeds(List.of(command));
        if (ALL && !there) {
            throw new AssertionError("required, but not there: " + what);
        }
        assumeTrue(there, () -> "not there: " + what);
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
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
