package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest extends BehaviourTest {

    private void assertRefused(String status, List<Header> headers) throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        RawResponse response =
                answer(
                        (environ, start) -> {
                            try {
                                start.start(status, headers);
                            } catch (ContractException e) {
                                raised.set(e);
                                throw e;
                            }
                            return block("hello");
                        });

        assertCleanError(response, 500);
        assertThat(raised.get()).isInstanceOf(ContractException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "X Y", "X:", "X\r\nY", "X\u0000", "\u00dcber", "X\u20ac", "X\tY", "(X)"})
    @DisplayName("W22 a header name that is no token is refused in the call")
    void malformedName(String name) throws Exception {
        assertRefused("200 OK", headers(TEXT, new Header(name, "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\u0007b",
                "a\u007fb",
                "\u20ac",
                "\u010d\u010a"
            })
    @DisplayName("W22 a header value that is no latin-1 text is refused in the call")
    void malformedValue(String value) throws Exception {
        assertRefused("200 OK", headers(TEXT, new Header("X-Value", value)));
    }

    @Test
    @DisplayName("W22 the bytes of a header value pass unchanged")
    void latin1Value() throws Exception {
        RawResponse response =
                answer(Apps.ok(block(""), new Header("X-Bytes", "\u00e9 \u00c3\u00a9\ta")));

        assertThat(response.headers("X-Bytes")).containsExactly("\u00e9 \u00c3\u00a9\ta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "transfer-encoding",
                "UPGRADE"
            })
    @DisplayName("W23 a hop-by-hop header is refused in the call")
    void hopByHop(String name) throws Exception {
        assertRefused("200 OK", headers(TEXT, new Header(name, "chunked")));
    }

    @Test
    @DisplayName("W22 null headers, and a null among them, are refused in the call")
    void nullHeaders() throws Exception {
        assertRefused("200 OK", null);
    }

    @Test
    @DisplayName("W22 a null among the headers is a clean 500")
    void nullHeader() throws Exception {
        List<Header> holed = new ArrayList<>();
        holed.add(null);

        assertCleanError(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", holed);
                            return block("");
                        }),
                500);
    }

    @Test
    @DisplayName("W27 repeated headers stay separate and in order")
    void repeated() throws Exception {
        RawResponse response =
                answer(
                        Apps.ok(
                                block(""),
                                new Header("Set-Cookie", "a=1; Path=/"),
                                new Header("X-Other", "o"),
                                new Header("Set-Cookie", "b=2"),
                                new Header("set-cookie", "c=3")));

        assertThat(response.headers("Set-Cookie")).containsExactly("a=1; Path=/", "b=2", "c=3");
    }

    @Test
    @DisplayName("W27 the application's Date and Server take the place of the container's")
    void ownDateAndServer() throws Exception {
        String date = "Sun, 06 Nov 1994 08:49:37 GMT";
        RawResponse response =
                answer(
                        Apps.ok(
                                block("hello"),
                                TEXT,
                                new Header("Date", date),
                                new Header("Server", "Own/1")));

        assertThat(response.headers("Date")).containsExactly(date);
        assertThat(response.headers("Server")).containsExactly("Own/1");
    }

    @Test
    @DisplayName("W27 the server adds a Date if there is none")
    void date() throws Exception {
        assertThat(answer(Apps.text("")).headers("Date")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/json", "image/png"})
    @DisplayName("W39 no charset is added to a Content-Type")
    void contentType(String type) throws Exception {
        Header header = new Header("Content-Type", type);

        assertThat(answer(Apps.ok(block("x"), header)).headers("Content-Type"))
                .containsExactly(type);
        assertThat(answer(Apps.ok(Body.of("x", "y"), header)).headers("Content-Type"))
                .containsExactly(type);
    }

    @Test
    @DisplayName("W39 the application's charset stays")
    void charset() throws Exception {
        Header header = new Header("Content-Type", "text/html;charset=utf-8");

        assertThat(answer(Apps.ok(block("x"), header)).headers("Content-Type"))
                .allSatisfy(value -> assertThat(value).isEqualToIgnoringCase(header.value()));
    }
}
