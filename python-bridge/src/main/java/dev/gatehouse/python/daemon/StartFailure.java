package dev.gatehouse.python.daemon;

/**
 * Why a worker did not become ready.
 *
 * @param message what is wrong and the remedy, one line
 * @param traceback the Python traceback; empty if there is none
 */
record StartFailure(String message, String traceback) {

    /** For the log: the line and the traceback. */
    @Override
    public String toString() {
        return traceback.isEmpty() ? message : message + "\n" + traceback.stripTrailing();
    }
}
