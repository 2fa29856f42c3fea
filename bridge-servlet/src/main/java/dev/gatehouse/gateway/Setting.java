package dev.gatehouse.gateway;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One parameter of an application: its name, type, default and description, in one place.
 *
 * <p>The same line is the source of the init-param, of the command-line option, of {@code --help},
 * of the tables in {@code docs/} and of the message about a malformed value. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Setting<T> {

    /** Turns the text of a parameter into its value. */
    @FunctionalInterface
    interface Parser<T> {

        /**
         * Parses one value.
         *
         * @throws IllegalArgumentException if the text is malformed; what it should be is the
         *     setting's business to say
         */
        T parse(String text);
    }

    private final String name;
    private final String expected;
    private final String defaultText;
    private final String description;
    private final Parser<T> parser;

    private Setting(
            String name,
            String expected,
            String defaultText,
            String description,
            Parser<T> parser) {
        this.name = Objects.requireNonNull(name, "name");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.defaultText = Objects.requireNonNull(defaultText, "defaultText");
        this.description = Objects.requireNonNull(description, "description");
        this.parser = parser;
    }

    /** Any text. */
    public static Setting<String> text(String name, String defaultText, String description) {
        return new Setting<>(name, "text", defaultText, description, text -> text);
    }

    /** {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String name, boolean defaultValue, String description) {
        return new Setting<>(
                name,
                "true or false",
                Boolean.toString(defaultValue),
                description,
                text ->
                        switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new IllegalArgumentException();
                        });
    }

    /** A whole number within bounds, both inclusive. */
    public static Setting<Integer> number(
            String name, int least, int most, int defaultValue, String description) {
        return new Setting<>(
                name,
                least + ".." + most,
                Integer.toString(defaultValue),
                description,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                });
    }

    /** A number of bytes; the units K, M and G are powers of 1024. */
    public static Setting<Long> size(String name, String defaultText, String description) {
        return new Setting<>(
                name,
                "a number of bytes such as 65536, 64K, 10M or 1G",
                defaultText,
                description,
                Setting::parseSize);
    }

    /** A span of time; a number without a unit means seconds, and 0 commonly none. */
    public static Setting<Duration> duration(String name, String defaultText, String description) {
        return new Setting<>(
                name,
                "a span of time such as 500ms, 30s, 5m or 1h",
                defaultText,
                description,
                Setting::parseDuration);
    }

    /** Words separated by commas or white space. */
    public static Setting<List<String>> list(String name, String description) {
        return new Setting<>(
                name,
                "a list separated by commas or white space",
                "",
                description,
                text ->
                        text.isBlank()
                                ? List.<String>of()
                                : List.of(text.strip().split("[\\s,]+")));
    }

    /**
     * A value of a type of its own.
     *
     * @param name the parameter
     * @param expected what a value looks like, to follow the words "must be"
     * @param defaultText the default in its written form
     * @param description one sentence for the documentation
     * @param parser turns the text into a value, or throws IllegalArgumentException
     */
    public static <T> Setting<T> of(
            String name,
            String expected,
            String defaultText,
            String description,
            Function<String, T> parser) {
        return new Setting<>(name, expected, defaultText, description, parser::apply);
    }

    /** The name in camelCase, as in web.xml. */
    public String name() {
        return name;
    }

    /** The name as a command-line option, for example {@code --max-body-size}. */
    public String option() {
        StringBuilder option = new StringBuilder("--");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                option.append('-');
            }
            option.append(Character.toLowerCase(c));
        }
        return option.toString();
    }

    /** What a value looks like, to follow the words "must be". */
    public String expected() {
        return expected;
    }

    /** The default in its written form; empty if there is none. */
    public Optional<String> defaultText() {
        return defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
    }

    /** One sentence for the documentation. */
    public String description() {
        return description;
    }

    T defaultValue() {
        return parser.parse(defaultText);
    }

    /** Whether a value is well-formed. */
    boolean accepts(String text) {
        try {
            parser.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    T parse(String text, String where) {
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException e) {
            throw new DeploymentException(
                    "%s must be %s, was \"%s\" (%s)".formatted(name, expected, text, where), e);
        }
    }

    private static Duration parseDuration(String text) {
        String[] parts = text.strip().split("(?<=[0-9])(?=[a-z])", 2);
        long number = Long.parseLong(parts[0]);
        ChronoUnit unit =
                switch (parts.length == 1 ? "s" : parts[1]) {
                    case "ms" -> ChronoUnit.MILLIS;
                    case "s" -> ChronoUnit.SECONDS;
                    case "m" -> ChronoUnit.MINUTES;
                    case "h" -> ChronoUnit.HOURS;
                    default -> throw new IllegalArgumentException();
                };
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException();
        }
        return Duration.of(number, unit);
    }

    private static long parseSize(String text) {
        String digits = text.strip().toUpperCase(Locale.ROOT);
        int shift =
                switch (digits.isEmpty() ? ' ' : digits.charAt(digits.length() - 1)) {
                    case 'K' -> 10;
                    case 'M' -> 20;
                    case 'G' -> 30;
                    default -> 0;
                };
        long number =
                Long.parseLong(shift == 0 ? digits : digits.substring(0, digits.length() - 1));
        if (number < 0 || number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException();
        }
        return number << shift;
    }
}
