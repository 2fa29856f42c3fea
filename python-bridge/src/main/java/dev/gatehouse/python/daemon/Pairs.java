package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads payloads of the form {@code name NUL value NUL name NUL value}. */
final class Pairs {

    private Pairs() {}

    /** Headers in latin-1, from an offset to the end. */
    static List<Header> headers(byte[] payload, int offset) throws ProtocolException {
        List<Header> headers = new ArrayList<>();
        int at = offset;
        while (at < payload.length) {
            int middle = end(payload, at);
            if (middle == payload.length) {
                throw new ProtocolException("a name without a value");
            }
            int end = end(payload, middle + 1);
            headers.add(
                    new Header(
                            new String(payload, at, middle - at, ISO_8859_1),
                            new String(payload, middle + 1, end - middle - 1, ISO_8859_1)));
            at = end + 1;
        }
        return headers;
    }

    /** Names and values in UTF-8. */
    static Map<String, String> text(byte[] payload) {
        String[] parts = new String(payload, UTF_8).split("\0", -1);
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            pairs.put(parts[i], parts[i + 1]);
        }
        return pairs;
    }

    private static int end(byte[] payload, int from) {
        int at = from;
        while (at < payload.length && payload[at] != 0) {
            at++;
        }
        return at;
    }
}
