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

    private static final int LIMIT = 512;
    private static final int LONGEST_KEPT = 64;

    private final Map<String, HeaderKey> keys = new ConcurrentHashMap<>();
    private final EnvironMap.Template template;

    /**
     * The keys of one application.
     *
     * @param template what its environs are made of
     */
    HeaderKeys(EnvironMap.Template template) {
        this.template = template;
    }

    /**
     * What becomes of a header.
     *
     * @throws BadRequestException if the name is no token (RFC 9110, 5.1)
     */
    HeaderKey of(String name) {
        HeaderKey key = keys.get(name);
        if (key == null) {
            key = make(name);
            if (keys.size() < LIMIT && name.length() <= LONGEST_KEPT) {
                keys.put(name, key);
            }
        }
        return key;
    }

    private HeaderKey make(String name) {
        if (!HeaderSyntax.isToken(name)) {
            throw new BadRequestException("malformed header name");
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "CONTENT-TYPE" -> kept(Environ.CONTENT_TYPE);
            // The container has parsed it; EnvironBuilder takes the number from there.
            case "CONTENT-LENGTH" -> HeaderKey.DROPPED;
            case "TRANSFER-ENCODING" -> HeaderKey.TRANSFER_ENCODING;
            // CGI would turn it into the http_proxy of a program.
            case "PROXY" -> HeaderKey.DROPPED;
            default ->
                    HopByHop.includes(name) || !unambiguous(upper)
                            ? HeaderKey.DROPPED
                            : kept("HTTP_" + upper.replace('-', '_'));
        };
    }

    private HeaderKey kept(String name) {
        return new HeaderKey(HeaderKey.Use.KEPT, template.key(name.intern()));
    }

    /** Whether no other name could have the same key: X_Forwarded_For must not pose as another. */
    private static boolean unambiguous(String upper) {
        return upper.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }
}
