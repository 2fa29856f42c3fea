package dev.gatehouse.launcher.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * One option for each setting of the web application's tables, and the values that they got.
 *
 * <p>Names and texts come from the tables, and so does whether a value is well-formed.
 */
final class SettingOptions {

    /** The application is what a command is about, not an option of it. */
    private static final String APPLICATION = "application";

    /** The end of a name that stands for all names that begin alike: .* or -* */
    private static final Pattern FAMILY = Pattern.compile("[.-]\\*$");

    private static final String FLAG = "true or false";

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, SettingLine> lines = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Makes no options of these settings: the command has options of its own for them.
     *
     * @param settings their parameter names
     */
    void leaveOut(Set<String> settings) {
        names.addAll(settings);
    }

    /** Lets go of the tables, and of the classes behind them: no more options will be parsed. */
    void close() {
        lines.clear();
    }

    /** What was set, by parameter name. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /**
     * Adds the options of one table to a command.
     *
     * @param table {@code servlet} for what every application takes, or a scheme
     * @param settings the lines of the table (a setting that an earlier table had is the same one)
     * @param command gets the options; one whose name is taken there begins with the scheme
     */
    void add(String table, List<SettingLine> settings, CommandSpec command) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder()
                        .validate(false)
                        .heading(heading(table))
                        .order(order(command));
        settings.stream()
                .filter(setting -> !setting.name().equals(APPLICATION))
                .filter(setting -> names.add(setting.name()))
                .map(setting -> option(optionName(table, setting, command), setting))
                .forEach(group::addArg);
        if (!group.args().isEmpty()) {
            command.addArgGroup(group.build());
        }
    }

    private static String heading(String table) {
        String whose = table.equals("servlet") ? "every application" : table + " applications";
        return "%nSettings of " + whose + ":%n";
    }

    private static int order(CommandSpec command) {
        return command.argGroups().size();
    }

    private static String optionName(String table, SettingLine setting, CommandSpec command) {
        String option = FAMILY.matcher(setting.option()).replaceFirst("");
        return command.optionsMap().containsKey(option)
                ? "--" + table + option.substring(1)
                : option;
    }

    private OptionSpec option(String option, SettingLine setting) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option).required(false).description(description(setting));
        String name = setting.name();
        lines.put(name, setting);
        if (FAMILY.matcher(name).find()) {
            String prefix = name.substring(0, name.length() - 1);
            return builder.type(Map.class)
                    .auxiliaryTypes(String.class, String.class)
                    .paramLabel("NAME=VALUE")
                    .setter(new FamilySetter(prefix))
                    .build();
        }
        builder.setter(new ValueSetter(name));
        return setting.expected().equals(FLAG)
                ? builder.type(Boolean.class)
                        .arity("0..1")
                        .fallbackValue("true")
                        .paramLabel("true|false")
                        .build()
                : builder.type(String.class)
                        .converters(text -> wellFormed(text, lines.get(name)))
                        .paramLabel("VALUE")
                        .build();
    }

    private static String wellFormed(String text, SettingLine setting) {
        if (!setting.accepts().test(text)) {
            throw new TypeConversionException(
                    "must be %s, was \"%s\"".formatted(setting.expected(), text));
        }
        return text;
    }

    private static String[] description(SettingLine setting) {
        String standard = setting.standard().map(value -> " Default: " + value + ".").orElse("");
        return new String[] {(setting.description() + standard).replace("%", "%%")};
    }

    /** Takes the value of one setting; null stands for none. */
    private final class ValueSetter implements ISetter {

        private final String name;

        ValueSetter(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T set(T value) {
            return (T) (value == null ? values.remove(name) : values.put(name, value.toString()));
        }
    }

    /** Takes the values of all settings whose names begin alike. */
    private final class FamilySetter implements ISetter {

        private final String prefix;

        FamilySetter(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public <T> T set(T value) {
            if (value instanceof Map<?, ?> family) {
                family.forEach((name, text) -> values.put(prefix + name, text.toString()));
            }
            return value;
        }
    }
}
