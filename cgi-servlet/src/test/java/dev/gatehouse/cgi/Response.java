package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Map;

/**
 * What came over the wire.
 *
 * @param status the status code
 * @param headers in order, names as sent
 * @param body without its framing
 * @param complete whether it ended where its framing says
 */
record Response(
        int status, List<Map.Entry<String, String>> headers, byte[] body, boolean complete) {

    /** The body as text whose chars are bytes. */
    String text() {
        return new String(body, ISO_8859_1);
    }

    /** The lines of the body. */
    List<String> lines() {
        return text().lines().toList();
    }

    /** All values of a header. */
    List<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The value of a line {@code NAME=value} of the body, or "(unset)". */
    String variable(String name) {
        return lines().stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("(unset)");
    }
}
