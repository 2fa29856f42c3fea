package dev.gatehouse.cgi;

import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A request body on its way to the stdin of a script.
 *
 * <p>Used by the thread of the request; what it starts on other threads has ended when {@link
 * #close()} returns.
 */
interface ScriptInput extends AutoCloseable {

    /** A request without a body. */
    ScriptInput NONE =
            new ScriptInput() {

                @Override
                public boolean isEmpty() {
                    return true;
                }

                @Override
                public void feed(RunningProgram program, Transcript transcript, Executor executor) {
                    // The script finds its stdin at the end.
                }

                @Override
                public long lastProgress(long since) {
                    return since;
                }

                @Override
                public void close() {
                    // There is nothing to free.
                }
            };

    /** Whether stdin is at its end from the start. */
    boolean isEmpty();

    /** Begins to write the body to the script, and then closes its stdin. */
    void feed(RunningProgram program, Transcript transcript, Executor executor);

    /**
     * When a part of the body was last moved.
     *
     * @param since the result if that was earlier, by {@link System#nanoTime()}
     */
    long lastProgress(long since);

    /** Whether nothing of the client's body is left to be read. */
    default boolean isRead() {
        return true;
    }

    /** Why the body did not arrive as a whole; the script was killed then. */
    default Optional<IOException> failure() {
        return Optional.empty();
    }

    /** Lets a client that is still sending finish, for a while: it has the whole response. */
    default void linger() {
        // It has been read.
    }

    /** Frees everything; to be called after the program was closed. */
    @Override
    void close();
}
