package dev.gatehouse.it.support;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.it.http.RawResponse;
import java.util.List;
import java.util.regex.Pattern;

/** W7: what becomes of header fields, by {@code request-headers.txt}. */
public final class HeaderTable {

    private static final Pattern SHOWN = Pattern.compile("(HTTP_X|CONTENT_LENGTH=).*");

    private HeaderTable() {}

    /** All rows; the columns are those of the containers in {@code request-paths.txt}. */
    public static List<GoldenTable.Row> rows() {
        return GoldenTable.read("request-headers.txt", "fields");
    }

    /** A request that ends with what a row has: fields, or fields and a body. */
    public static String request(String target, GoldenTable.Row row) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                .formatted(target, GoldenTable.bytes(row.key()));
    }

    /**
     * The answer in the table's words.
     *
     * @param response of an application that answers the environ, a key with its value per line
     */
    public static String outcome(RawResponse response) {
        if (response.status() != 200) {
            return Integer.toString(response.status());
        }
        String shown =
                response.text()
                        .lines()
                        .filter(SHOWN.asMatchPredicate())
                        .sorted()
                        .map(GoldenTable::escaped)
                        .collect(joining(","));
        return shown.isEmpty() ? "-" : shown;
    }
}
