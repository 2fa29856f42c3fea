package dev.gatehouse.servlet;

import static dev.gatehouse.servlet.Apps.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long a body is, and how long it says it is. */
class ResponseLengthTest {

    @Test
    @DisplayName("W34 a body of one block gets its length and is not flushed")
    void oneBlock() throws Exception {
        assertThat(Exchange.get("/").answeredBy(Apps.OK).events)
                .containsExactly("status 200", "length 2", "write ok");
    }

    @Test
    @DisplayName("W33 a body longer than its Content-Length stays short, and breaks the connection")
    void tooLong() throws Exception {
        Exchange exchange = Exchange.get("/");
        Application lying = declaring("3", "ab", "cd", "ef");

        assertThatThrownBy(() -> exchange.answeredBy(lying)).isInstanceOf(IOException.class);
        assertThat(exchange.events).containsExactly("status 200", "length 3", "write ab", "flush");
    }

    @Test
    @DisplayName("W33 what comes after the declared length is dropped: the client has it all")
    void excess() throws Exception {
        Application lying = declaring("2", "ab", "c");

        assertThat(Exchange.get("/").answeredBy(lying).events)
                .containsExactly("status 200", "length 2", "write ab", "flush");
    }

    @Test
    @DisplayName("W33 a body shorter than its Content-Length breaks the connection")
    void tooShort() throws Exception {
        Exchange exchange = Exchange.get("/");
        Application lying = declaring("9", "ab", "cd");

        assertThatThrownBy(() -> exchange.answeredBy(lying)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("W33 a body of one block that does not match its Content-Length is a 500")
    void oneBlockMismatch() throws Exception {
        for (String length : List.of("1", "3")) {
            Application lying = declaring(length, "ab");

            assertThat(Exchange.get("/").answeredBy(lying).events)
                    .startsWith("status 500")
                    .endsWith("write 500 Internal Server Error\n");
        }
    }

    @Test
    @DisplayName("W35 HEAD gets the headers of GET and no body; the body is closed unread")
    void head() throws Exception {
        assertThat(new Exchange("HEAD", "/").answeredBy(Apps.OK).events)
                .containsExactly("status 200", "length 2");
        assertThat(new Exchange("HEAD", "/").answeredBy(Apps.blocks("a", "b")).events)
                .containsExactly("status 200");
    }

    @Test
    @DisplayName("W35 204 and 304 have neither body nor Content-Length")
    void bodiless() throws Exception {
        for (String status : List.of("204 None", "304 Same")) {
            assertThat(
                            Exchange.get("/")
                                    .answeredBy(Apps.head(status, "Content-Length", "0"))
                                    .events)
                    .containsExactly("status " + status.substring(0, 3));
        }
    }

    /** Answers with a Content-Length and these blocks. */
    private static Application declaring(String length, String... blocks) {
        return (environ, startResponse) -> {
            startResponse.start("200 OK", List.of(new Header("Content-Length", length)));
            return bytes(blocks);
        };
    }
}
