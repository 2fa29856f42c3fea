package dev.gatehouse.launcher.cli;

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

/**
 * One option for each setting of the web application's tables, and the values that they got.
 *
 * <p>Names and texts come from the tables; whether a value is well-formed is for them to say too,
 * at the deployment.
 */
final class SettingOptions {

    /** The application is what a command is about, not an option of it. */
    private static final String APPLICATION = "application";

    /** The end of a name that stands for all names that begin alike: .* or -* */
    private static final Pattern FAMILY = Pattern.compile("[.-]\\*$");

    private static final String FLAG = "true or false";

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Makes no options of these settings: the command has options of its own for them.
     *
     * @param settings their parameter names
     */
    void leaveOut(Set<String> settings) {
        names.addAll(settings);
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
    void add(String table, List<Map<String, String>> settings, CommandSpec command) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder()
                        .validate(false)
                        .heading(heading(table))
                        .order(order(command));
        settings.stream()
                .filter(setting -> !setting.get("name").equals(APPLICATION))
                .filter(setting -> names.add(setting.get("name")))
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

    private static String optionName(
            String table, Map<String, String> setting, CommandSpec command) {
        String option = FAMILY.matcher(setting.get("option")).replaceFirst("");
        return command.optionsMap().containsKey(option)
                ? "--" + table + option.substring(1)
                : option;
    }

    private OptionSpec option(String option, Map<String, String> setting) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option).required(false).description(description(setting));
        String name = setting.get("name");
        if (FAMILY.matcher(name).find()) {
            String prefix = name.substring(0, name.length() - 1);
            return builder.type(Map.class)
                    .auxiliaryTypes(String.class, String.class)
                    .paramLabel("NAME=VALUE")
                    .setter(new FamilySetter(prefix))
                    .build();
        }
        boolean flag = setting.get("expected").equals(FLAG);
        return builder.type(flag ? Boolean.class : String.class)
                .arity(flag ? "0..1" : "1")
                .fallbackValue(flag ? "true" : "")
                .paramLabel(flag ? "true|false" : "VALUE")
                .setter(new ValueSetter(name))
                .build();
    }

    private static String[] description(Map<String, String> setting) {
        String text = setting.get("description").replace("%", "%%");
        String standard = setting.get("default");
        return new String[] {
            standard == null ? text : text + " Default: " + standard.replace("%", "%%") + "."
        };
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
