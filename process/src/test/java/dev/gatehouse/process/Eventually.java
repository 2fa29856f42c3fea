package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        Deadline deadline = Deadline.after(LIMIT);
        while (!condition.getAsBoolean()) {
            if (deadline.passed()) {
                fail("not within " + LIMIT + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
