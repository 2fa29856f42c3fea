package dev.gatehouse.servlet;

import dev.gatehouse.gateway.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * SCRIPT_NAME and PATH_INFO, made of the raw request path: decoded once, as bytes (PEP 3333, RFC
 * 3875 4.1.5 and 4.1.13).
 *
 * <p>Path parameters ({@code ;name=value}) are dropped, dot segments are resolved, empty segments
 * stay in PATH_INFO. The container's own decoded paths are not asked: they are UTF-8 text, and
 * differ from container to container.
 *
 * @param scriptName the path of the application
 * @param pathInfo the path within it
 * @param plain whether the raw path was the decoded path already, so that every container saw the
 *     same
 */
record RequestPath(String scriptName, String pathInfo, boolean plain) {

    /** How many of the first 128 chars need no decoding and mean the same to every container. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            PLAIN[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "/-._~!$&'()*+,=:@".toCharArray()) {
            PLAIN[c] = true;
        }
    }

    /**
     * Splits a raw path.
     *
     * @param raw the path as sent, without the query
     * @param mount where the servlet is mounted
     * @throws BadRequestException if the path holds a NUL or a malformed escape, leads out of the
     *     root, or does not lead to the mount
     */
    static RequestPath of(String raw, Mount mount) {
        return isPlain(raw) ? split(raw, mount) : join(decode(raw), mount);
    }

    /** The decoded bytes of a context path, which containers give encoded or decoded. */
    static String ofContext(String contextPath) {
        return contextPath.isEmpty() ? "" : of(contextPath, new Mount(0, true)).scriptName();
    }

    /** The whole path as text, for a comparison with the container's view of it. */
    String text() {
        String bytes = scriptName + pathInfo;
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isPlain(String raw) {
        char last = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c] || (last == '/' && (c == '/' || c == '.'))) {
                return false;
            }
            last = c;
        }
        return !raw.isEmpty() && raw.charAt(0) == '/';
    }

    private static RequestPath split(String raw, Mount mount) {
        if (mount.wholePath()) {
            return new RequestPath(raw, "", true);
        }
        int end = 0;
        for (int i = mount.segments(); i > 0; i--) {
            if (end >= raw.length() - 1) {
                throw elsewhere(raw);
            }
            int slash = raw.indexOf('/', end + 1);
            end = slash < 0 ? raw.length() : slash;
        }
        return new RequestPath(raw.substring(0, end), raw.substring(end), true);
    }

    private static RequestPath join(List<String> segments, Mount mount) {
        StringBuilder scriptName = new StringBuilder();
        StringBuilder pathInfo = new StringBuilder();
        int left = mount.wholePath() ? Integer.MAX_VALUE : mount.segments();
        for (String segment : segments) {
            if (left == 0) {
                pathInfo.append('/').append(segment);
            } else if (!segment.isEmpty()) {
                scriptName.append('/').append(segment);
                left--;
            }
        }
        if (left > 0 && !mount.wholePath()) {
            throw elsewhere(scriptName.toString());
        }
        return new RequestPath(scriptName.toString(), pathInfo.toString(), false);
    }

    private static List<String> decode(String raw) {
        List<String> segments = new ArrayList<>();
        int start = raw.startsWith("/") ? 1 : 0;
        while (start >= 0) {
            int slash = raw.indexOf('/', start);
            boolean last = slash < 0;
            String segment = decodeSegment(raw, start, last ? raw.length() : slash);
            start = last ? -1 : slash + 1;
            add(segments, segment, last);
        }
        return segments;
    }

    /** Appends a segment, as RFC 3986 5.2.4 removes dot segments. */
    private static void add(List<String> segments, String segment, boolean last) {
        boolean parent = segment.equals("..");
        if (parent && segments.isEmpty()) {
            throw new BadRequestException("the path leads out of the root");
        }
        if (parent) {
            segments.remove(segments.size() - 1);
        }
        if (!parent && !segment.equals(".")) {
            segments.add(segment);
        } else if (last) {
            segments.add("");
        }
    }

    private static String decodeSegment(String raw, int start, int end) {
        StringBuilder segment = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = raw.charAt(i);
            if (c == ';') {
                break;
            } else if (c == '%') {
                segment.append(escaped(raw, i, end));
                i += 2;
            } else if (c < 0x80) {
                segment.append(c);
            } else {
                // Only a forward puts decoded text here: containers refuse it from a client.
                int point = raw.codePointAt(i);
                appendUtf8(segment, point);
                i += Character.charCount(point) - 1;
            }
        }
        if (segment.indexOf("\0") >= 0) {
            throw new BadRequestException("the path holds a NUL");
        }
        return segment.toString();
    }

    private static char escaped(String raw, int percent, int end) {
        int high = percent + 2 < end ? Character.digit(raw.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < end ? Character.digit(raw.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new BadRequestException("malformed escape in the path " + raw);
        }
        return (char) (high << 4 | low);
    }

    private static void appendUtf8(StringBuilder segment, int point) {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            segment.append((char) (b & 0xFF));
        }
    }

    private static BadRequestException elsewhere(String path) {
        return new BadRequestException("the path " + path + " does not lead to the servlet");
    }
}
