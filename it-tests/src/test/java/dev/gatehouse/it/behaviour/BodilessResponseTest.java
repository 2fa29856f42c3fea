package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.length;
import static dev.gatehouse.it.http.RawRequest.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing follows these heads is shown by the next response on the connection. */
class BodilessResponseTest extends BehaviourTest {

    @Test
    @DisplayName("W35 HEAD gets the headers of GET, and no body")
    void head() throws Exception {
        RawResponse response =
                answer(Apps.ok(block("hello"), TEXT, new Header("X-Own", "1")), of("HEAD", path()));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers("Content-Length")).containsExactly("5");
        assertThat(response.headers("X-Own")).containsExactly("1");
        assertThat(client.reusable()).isTrue();
    }

    @Test
    @DisplayName("W35 the Content-Length of a HEAD needs no body behind it")
    void headWithoutBody() throws Exception {
        RawResponse response =
                answer(Apps.ok(Body.of(), TEXT, length(1_000_000)), of("HEAD", path()));

        assertThat(response.headers("Content-Length")).containsExactly("1000000");
    }

    @Test
    @DisplayName("W35 HEAD of a stream closes it without running it to the end")
    void headOfStream() throws Exception {
        Body endless = Body.of("a", "b", "c", "d");

        RawResponse response = answer(Apps.ok(endless, TEXT), of("HEAD", path()));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers("Content-Length")).isEmpty();
        assertThat(client.reusable()).isTrue();
        assertThat(endless.asked()).isLessThan(4);
        assertClosedOnce(endless);
    }

    @Test
    @DisplayName("W35 HEAD runs the application once")
    void headRunsOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        answer(
                (environ, start) -> {
                    calls.incrementAndGet();
                    start.start("200 OK", Apps.headers(TEXT));
                    return block(environ.get("REQUEST_METHOD").toString());
                },
                of("HEAD", path()));

        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    @DisplayName("W35 204 and 304 have no body, whatever the application returns")
    void noBody(String status) throws Exception {
        RawResponse response = answer(Apps.answer(status, block("hello")));

        assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
        assertThat(response.headers("Transfer-Encoding")).isEmpty();
        assertThat(client.reusable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    @DisplayName("W35 204 and 304 have no body, whatever length the application declares")
    void noLength(String status) throws Exception {
        RawResponse response = answer(Apps.answer(status, Body.of("hello", "again"), length(10)));

        // RFC 9110 8.6: on a 304 it may only be that of the 200, and on a 204 there is none.
        assertThat(response.headers("Content-Length"))
                .isSubsetOf(status.startsWith("304") ? List.of("10") : List.of());
        assertThat(client.reusable()).isTrue();
    }

    @Test
    @DisplayName("W35 205 has an empty body")
    void resetContent() throws Exception {
        RawResponse response = answer(Apps.answer("205 Reset Content", block("hello")));

        assertThat(response.status()).isEqualTo(205);
        assertThat(response.body()).isEmpty();
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("W36 an exception on HEAD is a 500 without a body")
    void headFails() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            throw new IllegalStateException("on HEAD");
                        },
                        of("HEAD", path()));

        assertThat(response.status()).isEqualTo(500);
        log.only();
    }
}
