package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.http.RawResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartResponseTest extends BehaviourTest {
    @Test
    @DisplayName("W20 an application that never calls start_response is a clean 500")
    void never() throws Exception {
        assertCleanError(answer((environ, start) -> block("hello")), 500);
    }

    @Test
    @DisplayName("W20 an empty body without start_response is a clean 500")
    void neverWithEmptyBody() throws Exception {
        assertCleanError(answer((environ, start) -> List.of()), 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "20",
                "200OK",
                "20X OK",
                "2000 OK",
                " 200 OK",
                "099 Low",
                "100 Continue",
                "199 Low",
                "-20 OK",
                "200 O\r\nX-Evil: 1",
                "200 \u0000",
                "200 \u20ac",
                "２００ OK"
            })
    @DisplayName("W21 a malformed status is refused in the call")
    void malformedStatus(String status) throws Exception {
        assertRefused(status, headers(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"200", "200 ", "299 Odd", "418 I'm a teapot", "599 Last", "999 Very last"})
    @DisplayName("W21, W40 three digits are enough, and only they reach the client")
    void status(String status) throws Exception {
        RawResponse response = answer(Apps.answer(status, block("hello"), TEXT));

        assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
        assertThat(response.text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W24 a second call without an error is refused")
    void twice() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            start.start("200 OK", headers(TEXT));
                            return block("hello");
                        }),
                500);
    }

    @Test
    @DisplayName("W24 a second call without an error is refused also after a refused first one")
    void twiceAfterRefusal() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            try {
                                start.start("bad", headers());
                            } catch (ContractException expected) {
                                start.start("200 OK", headers());
                            }
                            return block("hello");
                        }),
                500);
    }

    @Test
    @DisplayName("W25 a call with an error replaces status and all headers")
    void replaced() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(new Header("X-Before", "1"), TEXT));
                            start.start(
                                    "503 Sorry",
                                    headers(new Header("X-After", "1")),
                                    new IllegalStateException("handled"));
                            return block("sorry");
                        });

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers("X-Before")).isEmpty();
        assertThat(response.headers("Content-Type")).isEmpty();
        assertThat(response.headers("X-After")).containsExactly("1");
        assertThat(response.text()).isEqualTo("sorry");
    }

    @Test
    @DisplayName("W30 write is refused before start_response has accepted a status")
    void writeAfterRefusal() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            var write = start.start("200 OK", headers());
                            try {
                                start.start("bad", headers(), new IllegalStateException("x"));
                            } catch (ContractException expected) {
                                write.write("too early".getBytes(US_ASCII));
                            }
                            return block("");
                        }),
                500);
    }

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
}
