package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final byte[] BODY = "abcdef".getBytes(US_ASCII);

    private static final Application ECHO =
            (environ, startResponse) -> {
                startResponse.start("200 OK", List.of());
                return List.of(Environ.input(environ).readAllBytes());
            };

    @Test
    @DisplayName("W14 the stream ends with the body, again and again")
    void ends() throws Exception {
        RequestBody body = body(6, 100);

        assertThat(body.read(new byte[0])).isZero();
        assertThat(body.readNBytes(4)).isEqualTo("abcd".getBytes(US_ASCII));
        assertThat(body.read()).isEqualTo('e');
        assertThat(body.readAllBytes()).isEqualTo("f".getBytes(US_ASCII));
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(new byte[1])).isEqualTo(-1);
    }

    @Test
    @DisplayName("W16 a body of unknown length is read to its end")
    void unknownLength() throws Exception {
        assertThat(body(-1, 100).readAllBytes()).isEqualTo(BODY);
    }

    @Test
    @DisplayName("W17 the container's stream is not touched before the first read")
    void untouched() throws Exception {
        Exchange exchange = new Exchange("POST", "/").body(BODY, 6);

        exchange.answeredBy(Apps.OK);

        verify(exchange.request, never()).getInputStream();
    }

    @Test
    @DisplayName("W18 a body that ends early is an IOException, and a 400 if it is not caught")
    void endsEarly() throws Exception {
        assertThatThrownBy(() -> body(7, 100).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("6 of 7 bytes");
        assertThat(new Exchange("POST", "/").body(BODY, 7).answeredBy(ECHO).events)
                .contains("status 400");
    }

    @Test
    void aDeclaredBodyOverTheLimitIs413BeforeTheApplicationIsCalled() throws Exception {
        AtomicReference<Object> called = new AtomicReference<>();
        Exchange exchange = new Exchange("POST", "/").body(BODY, 6);

        exchange.answeredBy(
                (environ, startResponse) -> {
                    called.set(environ);
                    return List.of();
                },
                Map.of("maxBodySize", "5"));

        assertThat(exchange.events).contains("status 413");
        assertThat(called).hasNullValue();
    }

    @Test
    void aBodyOfUnknownLengthOverTheLimitIs413() throws Exception {
        assertThat(
                        new Exchange("POST", "/")
                                .body(BODY, -1)
                                .answeredBy(ECHO, Map.of("maxBodySize", "5"))
                                .events)
                .contains("status 413");
        assertThat(
                        new Exchange("POST", "/")
                                .body(BODY, -1)
                                .answeredBy(ECHO, Map.of("maxBodySize", "6"))
                                .events)
                .contains("write abcdef");
    }

    @Test
    void aThreadLeftBehindCannotReadTheNextRequest() throws Exception {
        AtomicReference<InputStream> kept = new AtomicReference<>();
        new Exchange("POST", "/")
                .body(BODY, 6)
                .answeredBy(
                        (environ, startResponse) -> {
                            kept.set(Environ.input(environ));
                            return Apps.OK.call(environ, startResponse);
                        });

        assertThatThrownBy(() -> kept.get().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended");
    }

    private static RequestBody body(long declared, long limit) throws Exception {
        return new RequestBody(
                new Exchange("POST", "/").body(BODY, declared).request, limit, new AtomicBoolean());
    }
}
