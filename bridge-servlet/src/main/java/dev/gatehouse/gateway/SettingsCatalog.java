package dev.gatehouse.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * All settings tables in JDK types, for a reader in another class loader: the launcher makes its
 * options of them.
 */
public final class SettingsCatalog {

    private SettingsCatalog() {}

    /**
     * Describes every table that a class loader can see.
     *
     * @param loader finds the {@link ApplicationFactory} services
     * @return by {@code servlet} (what every application takes) or scheme: one map per setting with
     *     the keys name, option, expected, default (absent if there is none) and description, all
     *     of them String, and accepts, a {@code Predicate<String>} of values, which holds on to the
     *     class loader
     */
    public static Map<String, List<Map<String, Object>>> describe(ClassLoader loader) {
        Map<String, List<Map<String, Object>>> catalog = new LinkedHashMap<>();
        catalog.put("servlet", describe(GatewaySettings.TABLE));
        for (ApplicationFactory factory : ServiceLoader.load(ApplicationFactory.class, loader)) {
            catalog.put(factory.scheme(), describe(factory.settings()));
        }
        return catalog;
    }

    private static List<Map<String, Object>> describe(SettingsTable table) {
        return table.settings().stream()
                .<Map<String, Object>>map(SettingsCatalog::describe)
                .toList();
    }

    private static Map<String, Object> describe(Setting<?> setting) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", setting.name());
        line.put("option", setting.option());
        line.put("expected", setting.expected());
        setting.defaultText().ifPresent(text -> line.put("default", text));
        line.put("description", setting.description());
        Predicate<String> accepts = setting::accepts;
        line.put("accepts", accepts);
        return line;
    }
}
