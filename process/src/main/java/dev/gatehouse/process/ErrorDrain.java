package dev.gatehouse.process;

/**
 * Reads the stderr of a program on the side.
 *
 * <p>Until {@link #start()} it waits in the pipe, which is enough for programs that say little and
 * end soon: they are spared what reading on the side costs.
 */
interface ErrorDrain {

    /** Begins to read; idempotent, and does not wait. */
    void start();

    /** Takes what is still in the pipe, closes our end, and ends the relay; does not wait. */
    void finish();
}
