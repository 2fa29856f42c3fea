package dev.gatehouse.it.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables of expected outcomes, kept as text that people can read: a line {@code == NAME} begins a
 * table, columns are separated by blanks, {@code \xNN} stands for a byte, {@code #} begins a
 * comment.
 */
public final class GoldenTable {

    /**
     * One row.
     *
     * @param key the first column
     * @param cells the other columns
     */
    public record Row(String key, List<String> cells) {

        /** A column; the last one stands for those that are left out. */
        public String cell(int column) {
            return cells.get(Math.min(column, cells.size() - 1));
        }
    }

    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

    private GoldenTable() {}

    /**
     * Reads one table of a resource.
     *
     * @throws AssertionError if it is empty or not there
     */
    public static List<Row> read(String resource, String table) {
        List<Row> rows = new ArrayList<>();
        String current = "";
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("== ")) {
                current = line.substring(3).strip();
            } else if (current.equals(table) && !line.isBlank() && !line.startsWith("#")) {
                List<String> columns = Arrays.asList(line.strip().split(" +"));
                rows.add(new Row(columns.get(0), columns.subList(1, columns.size())));
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError(resource + " has no table \"" + table + '"');
        }
        return rows;
    }

    /** Text with {@code \xNN} as text whose chars are bytes. */
    public static String bytes(String escaped) {
        return BYTE.matcher(escaped)
                .replaceAll(found -> unescaped(Integer.parseInt(found.group(1), 16)));
    }

    /** Text whose chars are bytes with everything but visible ASCII as {@code \xNN}. */
    public static String escaped(String bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            boolean visible = c > ' ' && c < 0x7F;
            text.append(visible ? String.valueOf(c) : "\\x%02X".formatted((int) c));
        }
        return text.toString();
    }

    private static String unescaped(int b) {
        return Matcher.quoteReplacement(String.valueOf((char) b));
    }

    private static String text(String resource) {
        try (InputStream in = GoldenTable.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
