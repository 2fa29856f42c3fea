package dev.gatehouse.process;

import java.util.concurrent.CompletableFuture;

/** Until when the silent streams of a program stay open after its exit. */
final class ExitLinger {

    private final CompletableFuture<?> exit;
    private volatile Deadline end = Deadline.NEVER;

    ExitLinger(CompletableFuture<?> exit) {
        this.exit = exit.whenComplete((status, failure) -> end = lingerFromNow());
    }

    /** Never, as long as the program runs. */
    Deadline end() {
        return end;
    }

    /** Runs an action when {@link #end()} has become known. */
    void whenKnown(Runnable action) {
        exit.whenComplete((status, failure) -> action.run());
    }

    private static Deadline lingerFromNow() {
        return Deadline.after(ProgramOutput.LINGER);
    }
}
