package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/python.md says of each parameter what the table in code says. */
class DocumentationTest {

    static Iterable<Setting<?>> settings() {
        return PythonSettings.TABLE.settings();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hasEveryParameter(Setting<?> setting) throws Exception {
        assertThat(Files.readString(Path.of("../docs/python.md")))
                .contains(
                        "| `%s` | %s | %s |"
                                .formatted(
                                        setting.name(),
                                        setting.defaultText()
                                                .map(text -> "`" + text + "`")
                                                .orElse(""),
                                        setting.description()));
    }
}
