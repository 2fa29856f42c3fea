package dev.gatehouse.sample;

import dev.gatehouse.gateway.Environ;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * A strong entity tag (RFC 9110, 8.8.3).
 *
 * @param value the tag with its quotes, as in the ETag header
 */
record EntityTag(String value) {

    private static final int LENGTH = 12;

    /** A tag that changes with the content. */
    static EntityTag of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            String hex = HexFormat.of().formatHex(digest, 0, LENGTH);
            return new EntityTag('"' + hex + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether If-None-Match says that the client has this already (RFC 9110, 13.1.2). */
    boolean isKnown(Map<String, Object> environ) {
        String known = Environ.header(environ, "If-None-Match").orElse("");
        return known.equals("*")
                || Arrays.stream(known.split(","))
                        .map(String::strip)
                        // The comparison is weak: compression on the way may have weakened a tag.
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(value::equals);
    }
}
