package dev.gatehouse.launcher.proxy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and, if it was said, a port, as in a Host header.
 *
 * @param host a name or address; one of IPv6 keeps its brackets
 * @param port the port; empty for the default of the scheme
 */
record Authority(String host, OptionalInt port) {

    private static final Pattern FORM =
            Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+\\])(?::(\\d{1,5}))?");

    /** Parses a Host header's value; empty if it is malformed. */
    static Optional<Authority> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String port = form.group(2);
        return Optional.of(
                new Authority(
                        form.group(1),
                        port == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(port))));
    }

    Authority withPort(int newPort) {
        return new Authority(host, OptionalInt.of(newPort));
    }

    /** The port, or the default of a scheme. */
    int portFor(String scheme) {
        return port.orElse(defaultPort(scheme));
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The value of a Host header, without the default port of a scheme. */
    String textFor(String scheme) {
        boolean isDefault = portFor(scheme) == defaultPort(scheme);
        return isDefault ? host : host + ":" + portFor(scheme);
    }
}
