package dev.gatehouse.servlet;

import dev.gatehouse.gateway.BadRequestException;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.HeaderSyntax;
import dev.gatehouse.gateway.HopByHop;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The environ key of each request header. Clients send the same few names again and again, so keys
 * are kept, up to a limit. Thread-safe.
 */
final class HeaderKeys {

    /** Stands for a header that never gets into an environ. */
    static final String DROPPED = "";

    /** Stands for the header that says how the body is framed: the container has decoded it. */
    static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private static final int LIMIT = 512;
    private static final int LONGEST_KEPT = 64;

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /**
     * The key under which a header is found in an environ, or {@link #DROPPED}.
     *
     * @throws BadRequestException if the name is no token (RFC 9110, 5.1)
     */
    String of(String name) {
        String key = keys.get(name);
        if (key == null) {
            key = make(name);
            if (keys.size() < LIMIT && name.length() <= LONGEST_KEPT) {
                keys.put(name, key);
            }
        }
        return key;
    }

    private static String make(String name) {
        if (!HeaderSyntax.isToken(name)) {
            throw new BadRequestException("malformed header name");
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "CONTENT-TYPE" -> Environ.CONTENT_TYPE;
            // The container has parsed it; EnvironBuilder takes the number from there.
            case "CONTENT-LENGTH" -> DROPPED;
            case "TRANSFER-ENCODING" -> TRANSFER_ENCODING;
            // CGI would turn it into the http_proxy of a program.
            case "PROXY" -> DROPPED;
            default ->
                    HopByHop.includes(name) || !unambiguous(upper)
                            ? DROPPED
                            : ("HTTP_" + upper.replace('-', '_')).intern();
        };
    }

    /** Whether no other name could have the same key: X_Forwarded_For must not pose as another. */
    private static boolean unambiguous(String upper) {
        return upper.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }
}
