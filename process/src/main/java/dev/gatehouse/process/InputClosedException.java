package dev.gatehouse.process;

import java.io.IOException;

/**
 * The program closed its stdin, or ended, before it read everything (EPIPE).
 *
 * <p>No error by itself: a script need not read its input (RFC 3875 4.2).
 */
public class InputClosedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A write to a stdin that nobody reads any more. */
    InputClosedException() {
        super("the program no longer reads its stdin");
    }
}
