package dev.gatehouse.gateway;

import java.util.Locale;
import java.util.Set;

/**
 * The header fields that belong to a connection (RFC 9110, 7.6.1): no application gets to see them
 * of a request, and none sets them in a response.
 */
public final class HopByHop {

    private static final Set<String> NAMES =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /** A bit for each length of a name: most headers need no look-up. */
    private static final int LENGTHS =
            NAMES.stream().mapToInt(name -> 1 << name.length()).reduce(0, (a, b) -> a | b);

    private HopByHop() {}

    /** Whether a header of this name, in whatever case, is one of them. */
    public static boolean includes(String name) {
        return name.length() < Integer.SIZE
                && (LENGTHS >> name.length() & 1) != 0
                && NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
