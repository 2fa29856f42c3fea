package dev.gatehouse.gateway;

import java.util.Map;
import java.util.Set;

/** The values of the parameters of one application, defaults included. Immutable. */
public final class Settings {

    private final Map<String, Object> values;
    private final Set<String> given;

    Settings(Map<String, Object> values, Set<String> given) {
        this.values = Map.copyOf(values);
        this.given = Set.copyOf(given);
    }

    /**
     * The value of a setting, or the default that its table gives it.
     *
     * @throws IllegalArgumentException if the setting is not in the table
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting.name());
        if (value == null) {
            throw new IllegalArgumentException(setting.name() + " is not in the table");
        }
        return (T) value;
    }

    /** Whether the deployer gave the setting a value. */
    public boolean isSet(Setting<?> setting) {
        return given.contains(setting.name());
    }

    /**
     * The values of a setting whose name ends with {@code *}, by what stands in its place; empty if
     * none was set.
     */
    @SuppressWarnings("unchecked")
    public Map<String, String> family(Setting<String> setting) {
        return values.get(setting.name()) instanceof Map<?, ?> family
                ? (Map<String, String>) family
                : Map.of();
    }
}
