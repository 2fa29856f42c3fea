package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeStringsTest {

    @Test
    void aTextBecomesItsUtf8Bytes() {
        assertThat(NativeStrings.ofUtf8("abc")).isEqualTo("abc");
        assertThat(NativeStrings.ofUtf8("\u00e9\u20ac"))
                .isEqualTo("\u00c3\u00a9\u00e2\u0082\u00ac");
    }

    @Test
    void aPathBecomesTheBytesOfTheFileSystem() {
        assertThat(NativeStrings.of(Path.of("/tmp/a b%20?#"))).isEqualTo("/tmp/a b%20?#");
        assertThat(NativeStrings.of(Path.of("/tmp/\u00e9 %/x"))).isEqualTo("/tmp/\u00c3\u00a9 %/x");
        assertThat(NativeStrings.of(Path.of("/"))).isEqualTo("/");
    }

    @Test
    void charsAreBytes() {
        assertThat(NativeStrings.bytes("a\u00ff")).containsExactly('a', 0xFF);
        assertThat(NativeStrings.bytes("\u00c3\u00a9"))
                .isEqualTo("\u00e9".getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeStrings.bytes("a\u0100"))
                .withMessage("not a native string: U+0100 at index 1");
    }
}
