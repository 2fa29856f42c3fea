package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows what an application is given: every key of the environ, sorted, as a page for browsers and
 * as lines of text for everybody else, or for {@code ?format=text}.
 */
public final class EnvironExplorer implements Application {

    /** Secrets that a page has no business to repeat, to whoever looks over a shoulder. */
    private static final Set<String> MASKED =
            Set.of("HTTP_AUTHORIZATION", "HTTP_COOKIE", "SSL_SESSION_ID");

    /** For web.xml. */
    public EnvironExplorer() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        boolean html = wantsHtml(environ);
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", html ? Page.TYPE : "text/plain; charset=utf-8"),
                        new Header("Cache-Control", "no-store"),
                        new Header("Vary", "Accept")));
        SortedMap<String, String> rows = rows(environ);
        return List.of(html ? page(environ, rows) : lines(rows).getBytes(UTF_8));
    }

    private static boolean wantsHtml(Map<String, Object> environ) {
        return !Environ.value(environ, Environ.QUERY_STRING).contains("format=text")
                && Environ.header(environ, "Accept").orElse("").contains("text/html");
    }

    private static SortedMap<String, String> rows(Map<String, Object> environ) {
        SortedMap<String, String> rows = new TreeMap<>();
        environ.forEach((key, value) -> rows.put(key, shown(environ, key, value)));
        return rows;
    }

    private static String shown(Map<String, Object> environ, String key, Object value) {
        if (MASKED.contains(key)) {
            return "(masked)";
        }
        if (value instanceof String) {
            return printable(Environ.text(environ, key));
        }
        boolean isPlain = value instanceof Boolean || value instanceof List;
        return isPlain ? value.toString() : "(an object of the server)";
    }

    /** A path may hold line ends, which must not pass for the end of a row. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(
                        c ->
                                Character.isISOControl(c)
                                        ? "\\x%02x".formatted(c)
                                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String lines(SortedMap<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + "=" + row.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] page(Map<String, Object> environ, SortedMap<String, String> rows) {
        String table =
                rows.entrySet().stream()
                        .map(
                                row ->
                                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                                                .formatted(
                                                        Page.escape(row.getKey()),
                                                        Page.escape(row.getValue())))
                        .collect(Collectors.joining());
        String path = "/environ" + Environ.value(environ, Environ.PATH_INFO);
        return Page.of(
                path,
                "environ",
                """
                <p>What this application was given for your request. Add a path or a query to the
                address and see where it turns up; values of cookies and passwords are masked.
                <a href="?format=text">As plain text</a>.</p>
                <table class="environ"><thead><tr><th scope="col">key</th><th scope="col">value</th></tr></thead>
                <tbody>
                %s</tbody></table>
                """
                        .formatted(table));
    }
}
