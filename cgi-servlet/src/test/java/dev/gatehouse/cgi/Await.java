package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads or in other processes. */
final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Await() {}

    /** Waits until a condition holds, for 20 seconds at most. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            holds = condition.getAsBoolean();
        }
        assertThat(holds).as(what).isTrue();
    }
}
