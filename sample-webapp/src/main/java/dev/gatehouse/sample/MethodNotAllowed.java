package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;

/** The answer to a method that an application has no use for (RFC 9110, 15.5.6). */
final class MethodNotAllowed {

    private MethodNotAllowed() {}

    /**
     * Answers with 405.
     *
     * @param allowed the methods that would do, for example {@code GET, HEAD}
     */
    static Iterable<byte[]> answer(StartResponse startResponse, String allowed) {
        startResponse.start(
                "405 Method Not Allowed",
                List.of(new Header("Allow", allowed), new Header("Content-Type", "text/plain")));
        return List.of(("Allowed here: " + allowed + "\n").getBytes(US_ASCII));
    }
}
