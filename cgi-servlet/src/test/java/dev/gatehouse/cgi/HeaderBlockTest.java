package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"A: 1\nB: 2\n\nbody", "A: 1\r\nB: 2\r\n\r\nbody", "A: 1\r\nB: 2\n\r\nbody"})
    @DisplayName("R39 lines end with LF, CRLF, or sometimes this and sometimes that")
    void linesEndEitherWay(String output) {
        HeaderBlock block = new HeaderBlock(100);
        byte[] bytes = output.getBytes(ISO_8859_1);
        int taken = block.take(bytes, 0, bytes.length);

        assertThat(block.isComplete()).isTrue();
        assertThat(block.lines()).containsExactly("A: 1", "B: 2");
        assertThat(output.substring(taken)).isEqualTo("body");
    }

    @Test
    @DisplayName("R39 it does not matter where the output is cut")
    void oneByteAtATime() {
        HeaderBlock block = new HeaderBlock(100);
        for (byte b : "A: 1\r\n\r\n".getBytes(ISO_8859_1)) {
            assertThat(block.isComplete()).isFalse();
            block.take(new byte[] {b}, 0, 1);
        }

        assertThat(block.isComplete()).isTrue();
        assertThat(block.lines()).containsExactly("A: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: 1\rSet-Cookie: evil=1\n\n", "A: 1\r\r\n\n", "\rA: 1\n\n"})
    @DisplayName("R39 a bare CR is an error, and not the end of a line")
    void bareCarriageReturn(String output) {
        assertMalformed(output, "bare CR");
    }

    @Test
    @DisplayName("R39 NUL is an error")
    void nul() {
        assertMalformed("A: 1\0\n\n", "NUL");
    }

    @Test
    @DisplayName("R54 a header block over its limit is an error")
    void tooLarge() {
        assertMalformed("A: " + "x".repeat(100) + "\n\n", "maxHeaderSize, 100 bytes");
    }

    private static void assertMalformed(String output, String why) {
        byte[] bytes = output.getBytes(ISO_8859_1);
        assertThatThrownBy(() -> new HeaderBlock(100).take(bytes, 0, bytes.length))
                .isInstanceOf(MalformedOutputException.class)
                .hasMessageContaining(why);
    }
}
