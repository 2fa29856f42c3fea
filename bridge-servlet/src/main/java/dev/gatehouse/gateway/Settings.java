package dev.gatehouse.gateway;

import java.util.Map;

/** The values of the parameters of one application, defaults included. Immutable. */
public final class Settings {

    private final Map<Setting<?>, Object> values;

    Settings(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a setting, or its default if it was not set. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        return value == null ? setting.defaultValue() : (T) value;
    }

    /** Whether the deployer gave the setting a value. */
    public boolean isSet(Setting<?> setting) {
        return values.containsKey(setting);
    }

    /**
     * The values of a setting whose name ends with {@code *}, by what stands in its place; empty if
     * none was set.
     */
    @SuppressWarnings("unchecked")
    public Map<String, String> family(Setting<String> setting) {
        return (Map<String, String>) values.getOrDefault(setting, Map.of());
    }
}
