package dev.gatehouse.gateway;

import java.util.Objects;

/**
 * One header field of a response.
 *
 * @param name the field name, a token (RFC 9110, 5.1), in any case
 * @param value the field value; its chars are bytes (U+0000..U+00FF), without control characters
 *     other than tab
 */
public record Header(String name, String value) {

    /** Refuses null; {@link StartResponse#start} checks the rest. */
    public Header {
        Objects.requireNonNull(name, "header name");
        Objects.requireNonNull(value, () -> "value of header " + name);
    }

    /**
     * Whether this is the field of the given name.
     *
     * @param other a field name in any case
     */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
