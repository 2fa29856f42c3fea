package dev.gatehouse.process;

/** Takes what a program writes to stderr. */
@FunctionalInterface
public interface ErrorSink {

    /**
     * Takes the next bytes; called in order and never twice at once.
     *
     * @param bytes what was written, the sink's to keep
     * @param dropped how many bytes were lost before these because the sink was slower than the
     *     program
     */
    void accept(byte[] bytes, long dropped);
}
