package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.SettingsCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/settings.md says what the tables in code say; what is expected can be pasted there. */
class SettingsDocumentTest {

    private static final String HEAD =
            "| init-param | value | default | what |\n|---|---|---|---|\n";

    @Test
    void isWhatTheTablesInCodeSay() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "settings.md"));
        SettingsCatalog.describe(getClass().getClassLoader())
                .forEach(
                        (kind, settings) -> assertThat(document).contains(section(kind, settings)));
    }

    private static String section(String kind, List<Map<String, Object>> settings) {
        return settings.stream()
                .map(SettingsDocumentTest::row)
                .collect(Collectors.joining("", "## " + kind + "\n" + HEAD, "\n"));
    }

    private static String row(Map<String, Object> setting) {
        String byDefault = setting.containsKey("default") ? "`" + setting.get("default") + "`" : "";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.get("name"),
                        setting.get("expected"),
                        byDefault,
                        setting.get("description"));
    }
}
