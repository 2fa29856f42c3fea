package dev.gatehouse.python.daemon;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for what is on its way to us when a process has ended. */
final class Moment {

    private Moment() {}

    /**
     * Waits until something is complete, for better or worse, or the patience is over. An interrupt
     * cuts it short, and stays set.
     */
    static void await(CompletableFuture<?> event, Duration patience) {
        try {
            event.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever waits has to do with what there is.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
