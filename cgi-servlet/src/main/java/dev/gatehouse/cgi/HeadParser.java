package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.HeaderSyntax;
import dev.gatehouse.gateway.HopByHop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one header block (RFC 3875, 6.2 and 6.3). */
final class HeadParser {

    /** The first line of a script that writes all of the response itself (RFC 3875, 5). */
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}(?: .*)?)");

    private static final Pattern STATUS = Pattern.compile("[2-9]\\d\\d(?: .*)?");

    private final List<Header> headers = new ArrayList<>();
    private final Set<String> cgiFields = new HashSet<>();
    private Optional<String> status = Optional.empty();
    private Optional<String> location = Optional.empty();
    private Optional<String> contentLength = Optional.empty();
    private int fields;

    private HeadParser() {}

    /**
     * Reads a block.
     *
     * @return what it says; empty if it is an interim response (1xx), which another block follows
     * @throws MalformedOutputException if it says nothing, or not in the words of RFC 3875
     */
    static Optional<ScriptHead> parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new MalformedOutputException("a blank line in place of headers");
        }
        HeadParser parser = new HeadParser();
        Matcher statusLine = STATUS_LINE.matcher(lines.get(0));
        if (!statusLine.matches()) {
            lines.forEach(parser::line);
            return Optional.of(parser.head());
        }
        if (statusLine.group(1).startsWith("1")) {
            return Optional.empty();
        }
        lines.subList(1, lines.size()).forEach(parser::line);
        // RFC 3875 5: what a script says itself is not to be modified.
        parser.status = Optional.of(checked(statusLine.group(1)));
        return Optional.of(parser.head());
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0 || !HeaderSyntax.isToken(line.substring(0, colon))) {
            throw new MalformedOutputException("no header: " + quoted(line));
        }
        String value = trimmed(line, colon + 1);
        if (!HeaderSyntax.isFieldValue(value)) {
            throw new MalformedOutputException("a control character in " + quoted(line));
        }
        // RFC 3875 6.3: a field without a value counts as not sent.
        if (!value.isEmpty()) {
            field(line.substring(0, colon), value);
        }
    }

    private void field(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        fields++;
        switch (lower) {
            case "status" -> {
                once(lower);
                status = Optional.of(checked(value));
            }
            case "location" -> {
                once(lower);
                location = Optional.of(value);
                headers.add(new Header(name, value));
            }
            case "content-type" -> {
                once(lower);
                headers.add(new Header(name, value));
            }
            // Nothing but the end of the output tells the length for certain.
            case "content-length" -> contentLength = Optional.of(value);
            default -> {
                // RFC 3875 6.3.4: the connection is the server's. 6.3.5: X-CGI- fields are for the
                // server, too, and none is known.
                if (!HopByHop.includes(name) && !lower.startsWith("x-cgi-")) {
                    headers.add(new Header(name, value));
                }
            }
        }
    }

    /** RFC 3875 6.3: a script must not send these twice, and nobody can tell which one counts. */
    private void once(String field) {
        if (!cgiFields.add(field)) {
            throw new MalformedOutputException("more than one " + field);
        }
    }

    private ScriptHead head() {
        if (fields == 0 && status.isEmpty()) {
            throw new MalformedOutputException("no header with a value");
        }
        return new ScriptHead(
                status.orElse(location.isPresent() ? "302 Found" : "200 OK"),
                List.copyOf(headers),
                contentLength,
                location.filter(target -> fields == 1 && isLocal(target)));
    }

    /** RFC 3875 6.3.2: a path with an optional query. Two slashes would be another host. */
    private static boolean isLocal(String target) {
        return target.startsWith("/") && !target.startsWith("//") && target.indexOf('#') < 0;
    }

    private static String checked(String status) {
        if (!STATUS.matcher(status).matches()) {
            throw new MalformedOutputException("a malformed Status: " + quoted(status));
        }
        return status;
    }

    private static String trimmed(String line, int from) {
        int start = from;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String quoted(String text) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return '"' + shown.replaceAll("[^ -~]", "?") + '"';
    }
}
