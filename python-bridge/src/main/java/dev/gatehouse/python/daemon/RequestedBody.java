package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What follows of a request body after the part that came along: sent as the worker asks for it.
 * Not thread-safe.
 */
final class RequestedBody {

    /** What a worker asks for at a time, as far as it has its way. */
    private static final int BLOCK = 128 * 1024;

    private final RequestContent content;
    private InputStream rest;
    private byte[] block;
    private int start;

    /** How much of the block is for the next READ; -1 at the end of the body. */
    private int ahead;

    private Exception failure;

    RequestedBody(RequestContent content) {
        this.content = content;
    }

    /** Why the body could not be had, if it could not. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Answers a READ of so many bytes at most. */
    void answer(int wanted, RequestConnection connection) throws IOException {
        try {
            fill();
        } catch (IOException | GatewayException e) {
            failure = e;
            byte[] message = String.valueOf(e.getMessage()).getBytes(UTF_8);
            connection.send(Frame.BODY_FAILED, message, 0, message.length);
            return;
        }
        if (ahead < 0) {
            connection.send(Frame.BODY_END);
            return;
        }
        int count = Math.min(wanted, ahead);
        connection.send(Frame.BODY, block, start, count);
        start += count;
        ahead -= count;
        if (content.isHere()) {
            fillAhead();
        }
    }

    /** Reads while the worker is busy with what it has, and not when it waits for more. */
    private void fillAhead() {
        try {
            fill();
        } catch (IOException | GatewayException e) {
            // The worker is told when it asks: then this is tried again.
            ahead = 0;
        }
    }

    private void fill() throws IOException {
        if (block == null) {
            block = new byte[BLOCK];
            rest = content.rest();
        }
        if (ahead == 0) {
            start = 0;
            ahead = rest.read(block);
        }
    }
}
