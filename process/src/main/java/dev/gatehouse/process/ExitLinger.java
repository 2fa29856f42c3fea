package dev.gatehouse.process;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Until when the silent streams of a program stay open after its exit. To watch for the exit takes
 * a thread, so it is done only for those who ask.
 */
final class ExitLinger {

    private final Supplier<? extends CompletableFuture<?>> exit;
    private volatile Deadline end = Deadline.NEVER;

    ExitLinger(Supplier<? extends CompletableFuture<?>> exit) {
        this.exit = exit;
    }

    /** Never, as long as the program runs or nobody watches for its exit. */
    Deadline end() {
        return end;
    }

    /** Watches for the exit, and runs an action when {@link #end()} has become known. */
    void watch(Runnable whenKnown) {
        exit.get()
                .whenComplete(
                        (status, failure) -> {
                            if (end.never()) {
                                end = Deadline.after(ProgramOutput.LINGER);
                            }
                            whenKnown.run();
                        });
    }
}
