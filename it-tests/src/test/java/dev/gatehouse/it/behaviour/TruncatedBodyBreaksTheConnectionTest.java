package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.apps.Apps.length;
import static dev.gatehouse.it.http.RawRequest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Write;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedBodyBreaksTheConnectionTest extends BehaviourTest {

    @Test
    @DisplayName("W36 an exception between blocks ends the connection without a last chunk")
    void exceptionBetweenBlocks() throws Exception {
        Body body = Body.of("sent").thenFail(new IllegalStateException("halfway"));

        RawResponse response = answer(Apps.ok(body, TEXT));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("sent");
        assertBroken(response);
        assertThat(log.only().getMessage()).contains("halfway").contains("GET").contains(path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close",
                "TE, close",
                "keep-alive,Close ,TE",
                "TE\r\nConnection: close",
                "close\r\nConnection: TE"
            })
    @DisplayName("W36 neither where the client wants the connection closed")
    void lastOnItsConnection(String connection) throws Exception {
        Body body = Body.of("sent").thenFail(new IllegalStateException("halfway"));

        RawResponse response =
                answer(Apps.ok(body, TEXT), get(path()).header("Connection", connection));

        assertThat(response.text()).isEqualTo("sent");
        assertBroken(response);
    }

    @Test
    @DisplayName("W36 a checked exception breaks the connection like any other")
    void checkedException() throws Exception {
        assertBroken(answer(Apps.ok(Body.of("sent").thenFail(new IOException("disk")), TEXT)));
    }

    @Test
    @DisplayName("W37 an Error breaks the connection, and the container lives on")
    void error() throws Exception {
        assertBroken(answer(Apps.ok(Body.of("sent").thenFail(new StackOverflowError()), TEXT)));
    }

    @Test
    @DisplayName("W31 a null block after the first breaks the connection")
    void nullBlock() throws Exception {
        assertBroken(answer(Apps.ok(Body.of("sent").then(() -> null), TEXT)));
    }

    @Test
    @DisplayName("W36 an exception after write breaks the connection")
    void exceptionAfterWrite() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            Write write = start.start("200 OK", headers(TEXT));
                            write.write("sent".getBytes(US_ASCII));
                            throw new IllegalStateException("after write");
                        });

        assertThat(response.text()).isEqualTo("sent");
        assertBroken(response);
    }

    @Test
    @DisplayName("W24 a second start_response without an error after the first block breaks it")
    void secondStart() throws Exception {
        assertBroken(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            return Body.of("sent")
                                    .then(
                                            () -> {
                                                start.start("500 Oops", headers());
                                                return "never".getBytes(US_ASCII);
                                            });
                        }));
    }

    @Test
    @DisplayName("W25 start_response with an error after the first block raises that error")
    void startWithErrorAfterTheFirstBlock() throws Exception {
        IOException own = new IOException("the application's own");
        assertBroken(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            return Body.of("sent")
                                    .then(
                                            () -> {
                                                start.start("500 Oops", headers(), own);
                                                return "never".getBytes(US_ASCII);
                                            });
                        }));
        assertThat(log.only().getThrown()).isSameAs(own);
    }

    @Test
    @DisplayName("W33 a body shorter than its Content-Length breaks the connection")
    void tooShort() throws Exception {
        RawResponse response = answer(Apps.ok(Body.of("12", "34"), TEXT, length(8)));

        assertThat(response.text()).isEqualTo("1234");
        assertBroken(response);
    }

    @Test
    @DisplayName("W36 an exception within a declared length breaks the connection")
    void exceptionWithinLength() throws Exception {
        Body body = Body.of("1234").thenFail(new IllegalStateException("halfway"));

        assertBroken(answer(Apps.ok(body, TEXT, length(8))));
    }

    @Test
    @DisplayName("W33 a block that exceeds Content-Length is not sent, and breaks the connection")
    void tooLong() throws Exception {
        RawResponse response = answer(Apps.ok(Body.of("1234", "5678"), TEXT, length(6)));

        assertThat(response.text()).isEqualTo("1234");
        assertBroken(response);
    }

    @Test
    @DisplayName(
            "W33 what comes after Content-Length is dropped: the client has the whole response")
    void excess() throws Exception {
        RawResponse response = answer(Apps.ok(Body.of("1234", "5"), TEXT, length(4)));

        assertThat(response.text()).isEqualTo("1234");
        assertThat(response.complete()).isTrue();
        assertThat(client.reusable()).isTrue();
        log.only();
    }
}
