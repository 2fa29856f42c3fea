package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.apps.Apps.length;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLengthTest extends BehaviourTest {

    @Test
    @DisplayName("W34 a body of one block gets its Content-Length")
    void oneBlock() throws Exception {
        RawResponse response = answer(Apps.ok(block("hello"), TEXT));

        assertThat(response.headers("Content-Length")).containsExactly("5");
        assertThat(response.headers("Transfer-Encoding")).isEmpty();
        assertThat(response.text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W34 a body of several blocks is chunked")
    void severalBlocks() throws Exception {
        RawResponse response = answer(Apps.ok(Body.of("hel", "lo"), TEXT));

        assertThat(response.headers("Content-Length")).isEmpty();
        assertThat(response.headers("Transfer-Encoding")).containsExactly("chunked");
        assertThat(response.text()).isEqualTo("hello");
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("W33 a right Content-Length is kept, and the connection with it")
    void right() throws Exception {
        RawResponse response = answer(Apps.ok(Body.of("1234", "5678"), TEXT, length(8)));

        assertThat(response.headers("Content-Length")).containsExactly("8");
        assertThat(response.text()).isEqualTo("12345678");
        assertThat(client.reusable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 6})
    @DisplayName("W33 one block that does not fit its Content-Length is a clean 500")
    void oneBlockThatDoesNotFit(int declared) throws Exception {
        assertCleanError(answer(Apps.ok(block("hello"), TEXT, length(declared))), 500);
    }

    @Test
    @DisplayName("W33 a first block longer than Content-Length is a clean 500")
    void firstBlockTooLong() throws Exception {
        assertCleanError(answer(Apps.ok(Body.of("hello"), TEXT, length(4))), 500);
    }

    @Test
    @DisplayName("W33 no body where Content-Length promises one is a clean 500")
    void nothing() throws Exception {
        assertCleanError(answer(Apps.ok(Body.of(), TEXT, length(4))), 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "abc", "", "5 ", "+5", "0x5", "5,5", "5.0", "9223372036854775808"})
    @DisplayName("W33 a malformed Content-Length is a clean 500")
    void malformed(String value) throws Exception {
        assertCleanError(answer(Apps.ok(block("hello"), TEXT, length(value))), 500);
    }

    @Test
    @DisplayName("W33 two different Content-Lengths are a clean 500")
    void different() throws Exception {
        assertCleanError(answer(Apps.ok(block("hello"), TEXT, length(5), length(6))), 500);
    }

    @Test
    @DisplayName("W33 the same Content-Length twice is sent once")
    void same() throws Exception {
        RawResponse response = answer(Apps.ok(block("hello"), TEXT, length(5), length(5)));

        assertThat(response.headers("Content-Length")).containsExactly("5");
        assertThat(response.text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W33 what write sends counts towards Content-Length")
    void writeCounts() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT, length(10)))
                                    .write("12345".getBytes(US_ASCII));
                            return block("67890");
                        });

        assertThat(response.text()).isEqualTo("1234567890");
        assertThat(response.complete()).isTrue();
    }
}
