package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleStringsTest {

    private static final Command COMMAND = Command.of(Path.of("/bin/true"));

    @ParameterizedTest
    @CsvSource({
        "US-ASCII, 61",
        "UTF-8, 61 C3 A9 E2 82 AC F0 9F 98 80",
        "ISO-8859-1, 61 E9 80 FF",
        "ISO-8859-1, C3 A9"
    })
    void carriesWhatTheLocaleHas(Charset charset, String hex) throws Exception {
        String nativeString = nativeString(hex);

        String carried = new LocaleStrings(charset).carry(COMMAND, "X", nativeString);

        assertThat(carried.getBytes(charset)).isEqualTo(NativeStrings.bytes(nativeString));
    }

    @ParameterizedTest
    @CsvSource({"US-ASCII, C3 A9", "UTF-8, E9", "UTF-8, ED A0 80", "UTF-8, C0 AF", "UTF-8, 61 C3"})
    void refusesWhatItHasNot(Charset charset, String hex) {
        assertThatThrownBy(
                        () ->
                                new LocaleStrings(charset)
                                        .carry(COMMAND, "HTTP_X", nativeString(hex)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("HTTP_X has bytes that are not " + charset);
    }

    private static String nativeString(String hex) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
