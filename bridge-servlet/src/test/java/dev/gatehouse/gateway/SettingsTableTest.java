package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTableTest {

    private static final Setting<Integer> THREADS = Setting.number("threads", 1, 64, 8, "Threads.");
    private static final Setting<Long> SIZE = Setting.size("bodySize", "1M", "Bytes.");
    private static final Setting<Boolean> FLAG = Setting.flag("flag", true, "A flag.");
    private static final Setting<List<String>> LIST = Setting.list("list", "A list.");
    private static final Setting<String> FAMILY = Setting.text("environ.*", "", "Pairs.");
    private static final Setting<Duration> TIME = Setting.duration("time", "60s", "A time.");
    private static final SettingsTable TABLE =
            SettingsTable.of(THREADS, SIZE, FLAG, LIST, FAMILY, TIME);

    @Test
    void defaultsHold() {
        Settings settings = TABLE.read(Map.of(), "here");

        assertThat(settings.get(THREADS)).isEqualTo(8);
        assertThat(settings.get(SIZE)).isEqualTo(1024 * 1024);
        assertThat(settings.get(FLAG)).isTrue();
        assertThat(settings.get(LIST)).isEmpty();
        assertThat(settings.family(FAMILY)).isEmpty();
        assertThat(settings.isSet(THREADS)).isFalse();
    }

    @Test
    void valuesAreParsed() {
        Settings settings =
                TABLE.read(
                        Map.of(
                                "threads", "3",
                                "bodySize", "2k",
                                "flag", "false",
                                "list", "a, b\n c",
                                "environ.x.y", "z"),
                        "here");

        assertThat(settings.get(THREADS)).isEqualTo(3);
        assertThat(settings.get(SIZE)).isEqualTo(2048);
        assertThat(settings.get(FLAG)).isFalse();
        assertThat(settings.get(LIST)).containsExactly("a", "b", "c");
        assertThat(settings.family(FAMILY)).containsExactly(Map.entry("x.y", "z"));
        assertThat(settings.isSet(THREADS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "threads,zero",
        "threads,0",
        "threads,65",
        "threads,''",
        "bodySize,-1",
        "bodySize,1T",
        "bodySize,''",
        "bodySize,9999999999G",
        "flag,yes",
        "time,-1s",
        "time,1d",
        "time,1.5s",
        "time,''",
        "time,9999999999"
    })
    void aMalformedValueNamesEverything(String name, String value) {
        assertThatThrownBy(() -> TABLE.read(Map.of(name, value), "servlet \"blog\""))
                .isInstanceOf(DeploymentException.class)
                .hasMessageStartingWith(name + " must be ")
                .hasMessageEndingWith(", was \"" + value + "\" (servlet \"blog\")");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30,PT30S", "5m,PT5M", "1h,PT1H", "0,PT0S"})
    void aSpanOfTimeHasAUnit(String text, Duration expected) {
        assertThat(TABLE.read(Map.of("time", text), "here").get(TIME)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"treads", "Threads", "environ", "environ."})
    void anUnknownNameIsRefused(String name) {
        assertThatThrownBy(() -> TABLE.read(Map.of(name, "1"), "here"))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining('"' + name + '"')
                .hasMessageContaining("threads, bodySize");
    }

    @Test
    void aLaterTableGivesItsOwnDefault() {
        Setting<Boolean> off = Setting.flag("flag", false, "The same flag, off.");
        Settings settings = TABLE.and(SettingsTable.of(off)).read(Map.of(), "here");

        assertThat(settings.get(FLAG)).isFalse();
        assertThat(settings.get(THREADS)).isEqualTo(8);
    }

    @Test
    void namesHaveAnOptionForm() {
        assertThat(SIZE.option()).isEqualTo("--body-size");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCatalogDescribesEverySettingInJdkTypes() {
        List<Map<String, Object>> catalog =
                SettingsCatalog.describe(getClass().getClassLoader()).get("servlet");

        assertThat(catalog).hasSameSizeAs(GatewaySettings.TABLE.settings());
        Map<String, Object> line =
                catalog.stream()
                        .filter(each -> each.get("name").equals("maxBodySize"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line)
                .containsEntry("option", "--max-body-size")
                .containsEntry("expected", "a number of bytes such as 65536, 64K, 10M or 1G")
                .containsEntry("default", "1G")
                .containsEntry(
                        "description",
                        "The largest request body; a larger one is answered with 413.")
                .hasSize(6);
        assertThat((Predicate<String>) line.get("accepts")).accepts("1G").rejects("plenty", "");
    }
}
