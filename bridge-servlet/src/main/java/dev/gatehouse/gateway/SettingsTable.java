package dev.gatehouse.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters that a kind of application takes, in the order in which they are documented.
 *
 * <p>A parameter whose name ends with {@code *} stands for all names with that prefix, as {@code
 * environ.*} does. Immutable.
 */
public final class SettingsTable {

    private final List<Setting<?>> settings;

    private SettingsTable(List<Setting<?>> settings) {
        this.settings = List.copyOf(settings);
    }

    /** A table of these settings. */
    public static SettingsTable of(Setting<?>... settings) {
        return new SettingsTable(Arrays.asList(settings));
    }

    /** This table followed by another, whose settings take the place of those of the same name. */
    public SettingsTable and(SettingsTable other) {
        List<Setting<?>> both = new ArrayList<>(settings);
        both.removeIf(setting -> other.find(setting.name()).isPresent());
        both.addAll(other.settings);
        return new SettingsTable(both);
    }

    /** The settings, in the order in which they are documented. */
    public List<Setting<?>> settings() {
        return settings;
    }

    /** Whether a parameter of this name is in the table. */
    public boolean knows(String name) {
        return find(name).isPresent();
    }

    /**
     * Checks and parses parameters.
     *
     * @param parameters the text of each parameter by name
     * @param where where they were set, for messages, for example {@code servlet "blog"}
     * @return all values, defaults included
     * @throws DeploymentException if a parameter is not in the table or malformed
     */
    public Settings read(Map<String, String> parameters, String where) {
        Map<String, Object> values = new HashMap<>();
        settings.forEach(setting -> values.put(setting.name(), setting.defaultValue()));
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            Setting<?> setting = find(name).orElseThrow(() -> unknown(name, where));
            Object value = setting.parse(parameter.getValue(), where);
            if (setting.name().endsWith("*")) {
                family(values, setting).put(suffix(setting, name), (String) value);
            } else {
                values.put(name, value);
            }
        }
        return new Settings(values, parameters.keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> family(Map<String, Object> values, Setting<?> setting) {
        return (Map<String, String>)
                values.compute(
                        setting.name(),
                        (name, family) -> family instanceof Map ? family : new TreeMap<>());
    }

    private Optional<Setting<?>> find(String name) {
        return settings.stream().filter(setting -> matches(setting, name)).findFirst();
    }

    private static boolean matches(Setting<?> setting, String name) {
        String own = setting.name();
        return own.endsWith("*")
                ? name.startsWith(own.substring(0, own.length() - 1))
                        && name.length() >= own.length()
                : name.equals(own);
    }

    private static String suffix(Setting<?> setting, String name) {
        return name.substring(setting.name().length() - 1);
    }

    private DeploymentException unknown(String name, String where) {
        List<String> names = settings.stream().<String>map(Setting::name).toList();
        return new DeploymentException(
                "unknown parameter \"%s\" (%s); known are %s"
                        .formatted(name, where, String.join(", ", names)));
    }
}
