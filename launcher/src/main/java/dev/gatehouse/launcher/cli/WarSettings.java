package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.ContainerLoader;
import dev.gatehouse.launcher.server.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the web application inside the WAR for its settings tables, without deploying it. */
final class WarSettings {

    private static final String CATALOG = "dev.gatehouse.gateway.SettingsCatalog";

    private WarSettings() {}

    /**
     * All tables of the WAR: the lines of each by {@code servlet} or scheme, as SettingsCatalog
     * describes them.
     *
     * @throws LaunchException if the WAR cannot be read
     */
    @SuppressWarnings("unchecked")
    static Map<String, List<SettingLine>> read(Path war) throws LaunchException {
        try {
            ClassLoader loader =
                    NestedJarLoader.of(war, "WEB-INF/lib/gatehouse-", new ContainerLoader());
            var tables =
                    (Map<String, List<Map<String, Object>>>)
                            loader.loadClass(CATALOG)
                                    .getMethod("describe", ClassLoader.class)
                                    .invoke(null, loader);
            Map<String, List<SettingLine>> read = new LinkedHashMap<>();
            tables.forEach(
                    (table, lines) ->
                            read.put(table, lines.stream().map(SettingLine::of).toList()));
            return read;
        } catch (IOException | ReflectiveOperationException e) {
            throw new LaunchException("cannot read the settings of " + war + ": " + e, e);
        }
    }
}
