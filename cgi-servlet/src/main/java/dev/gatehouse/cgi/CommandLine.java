package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The script command line (RFC 3875, 4.4): the words of an "indexed" query as arguments.
 *
 * @param enabled whether there is one at all
 * @param encoded what a word looks like as sent
 * @param decoded what it looks like decoded
 */
record CommandLine(boolean enabled, Pattern encoded, Pattern decoded) {

    /** RFC 3875 7.2: what is active in a Unix shell gets a backslash before it. */
    private static final String ACTIVE = "&;`'\"|*?~<>^()[]{}$\\\n\u00FF";

    static CommandLine of(Settings settings) {
        return new CommandLine(
                settings.get(TomcatSettings.ENABLE_CMD_LINE_ARGUMENTS),
                settings.get(TomcatSettings.CMD_LINE_ARGUMENTS_ENCODED),
                settings.get(TomcatSettings.CMD_LINE_ARGUMENTS_DECODED));
    }

    /** The arguments for a request, as bytes: all words or none. */
    List<String> arguments(Map<String, Object> environ) {
        String query = Environ.value(environ, Environ.QUERY_STRING);
        String method = Environ.method(environ);
        boolean indexed = !query.isEmpty() && query.indexOf('=') < 0;
        if (!enabled || !indexed || !(method.equals("GET") || method.equals("HEAD"))) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        for (String word : query.split("\\+", -1)) {
            Optional<String> argument = argument(word);
            if (argument.isEmpty()) {
                return List.of();
            }
            arguments.add(argument.get());
        }
        // php-cgi and others would take it for an option (CVE-2012-1823).
        return arguments.get(0).startsWith("-") ? List.of() : arguments;
    }

    private Optional<String> argument(String word) {
        return encoded.matcher(word).matches()
                ? decode(word)
                        .filter(text -> text.indexOf('\0') < 0)
                        .filter(text -> decoded.matcher(text).matches())
                        .map(CommandLine::escape)
                : Optional.empty();
    }

    private static Optional<String> decode(String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '%') {
                int high = i + 2 < word.length() ? Character.digit(word.charAt(i + 1), 16) : -1;
                int low = i + 2 < word.length() ? Character.digit(word.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                c = (char) (high << 4 | low);
                i += 2;
            }
            text.append(c);
        }
        return Optional.of(text.toString());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ACTIVE.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
