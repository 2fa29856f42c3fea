package dev.gatehouse.process;

/** How a program ended. */
public sealed interface ExitStatus {

    /**
     * It returned, or called exit.
     *
     * @param code 0..255; 0 means success
     */
    record Exited(int code) implements ExitStatus {

        @Override
        public String toString() {
            return "exit status " + code;
        }
    }

    /**
     * A signal ended it.
     *
     * @param signal the number of the signal, for example 9 for SIGKILL
     */
    record Signalled(int signal) implements ExitStatus {

        @Override
        public String toString() {
            return "signal " + signal;
        }
    }

    /** Whether the program exited with code 0. */
    default boolean success() {
        return this instanceof Exited exited && exited.code() == 0;
    }
}
