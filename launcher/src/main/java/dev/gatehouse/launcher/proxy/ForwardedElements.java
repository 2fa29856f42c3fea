package dev.gatehouse.launcher.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code Forwarded} header (RFC 7239, section 4):
 *
 * <pre>
 * for=192.0.2.43;proto=https, for="[2001:db8::17]:4711"
 * </pre>
 */
final class ForwardedElements {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PAIR =
            Pattern.compile("(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*)\")");
    private static final Pattern END = Pattern.compile("\\s*(,\\s*|;\\s*|$)");

    private ForwardedElements() {}

    /**
     * The elements of one header line, in order; names in lower case.
     *
     * @throws ForwardedException if the line is malformed: a client's open quote could swallow what
     *     a proxy appended
     */
    static List<Map<String, String>> parse(String line) throws ForwardedException {
        List<Map<String, String>> elements = new ArrayList<>();
        Map<String, String> element = new HashMap<>();
        Matcher matcher = PAIR.matcher(line);
        int position = 0;
        while (position < line.length()) {
            require(matcher.usePattern(PAIR).region(position, line.length()).lookingAt(), line);
            element.put(matcher.group(1).toLowerCase(Locale.ROOT), value(matcher));
            position = matcher.end();
            require(matcher.usePattern(END).region(position, line.length()).lookingAt(), line);
            if (!matcher.group(1).startsWith(";")) {
                elements.add(element);
                element = new HashMap<>();
            }
            position = matcher.end();
        }
        if (!element.isEmpty()) {
            elements.add(element);
        }
        return elements;
    }

    private static String value(Matcher pair) {
        String token = pair.group(2);
        return token != null ? token : pair.group(3).replaceAll("\\\\(.)", "$1");
    }

    private static void require(boolean wellFormed, String line) throws ForwardedException {
        if (!wellFormed) {
            throw new ForwardedException("malformed Forwarded header: " + line);
        }
    }
}
