package dev.gatehouse.python.daemon;

import java.io.IOException;

/** A worker sent what the protocol does not allow at this point. */
final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1L;

    ProtocolException(String message) {
        super(message);
    }

    static ProtocolException unexpected(int type) {
        return new ProtocolException("unexpected frame of type " + type + " from a worker");
    }
}
