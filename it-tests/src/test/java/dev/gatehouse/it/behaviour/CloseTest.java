package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.apps.Apps.length;
import static dev.gatehouse.it.http.RawRequest.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W32 close() runs exactly once")
class CloseTest extends BehaviourTest {

    @Test
    @DisplayName("W32 after the last block")
    void normalEnd() throws Exception {
        Body body = Body.of("a", "b");

        assertThat(answer(Apps.ok(body, TEXT)).text()).isEqualTo("ab");

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 after an exception in the first iteration")
    void firstIteration() throws Exception {
        Body body = new Body().thenFail(new IllegalStateException("first"));

        assertCleanError(answer(Apps.ok(body, TEXT)), 500);

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 after an exception in a later iteration")
    void laterIteration() throws Exception {
        Body body = Body.of("a").thenFail(new IllegalStateException("later"));

        assertBroken(answer(Apps.ok(body, TEXT)));

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 on HEAD")
    void head() throws Exception {
        Body body = Body.of("a", "b");

        answer(Apps.ok(body, TEXT), of("HEAD", path()));

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 when the body is longer than its Content-Length")
    void tooLong() throws Exception {
        Body body = Body.of("1234", "5678", "9");

        answer(Apps.ok(body, TEXT, length(6)));

        assertClosedOnce(body);
        assertThat(body.asked()).isEqualTo(2);
        assertThat(client.closedByServer()).isTrue();
        log.only();
    }

    @Test
    @DisplayName("W32 when start_response was never called")
    void withoutStart() throws Exception {
        Body body = Body.of("a");

        assertCleanError(answer((environ, start) -> body), 500);

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 when start_response refused the headers, and the application went on")
    void refusedHeaders() throws Exception {
        Body body = Body.of("a");
        Application stubborn =
                (environ, start) -> {
                    try {
                        start.start("not a status", headers());
                    } catch (RuntimeException ignored) {
                        // Returns a body all the same.
                    }
                    return body;
                };

        assertCleanError(answer(stubborn), 500);

        assertClosedOnce(body);
    }

    @Test
    @DisplayName("W32 an exception in close() is logged, and the response is whole")
    void failingClose() throws Exception {
        Body body = Body.of("a", "b").failingOnClose(new IllegalStateException("in close"));

        RawResponse response = answer(Apps.ok(body, TEXT));

        assertThat(response.text()).isEqualTo("ab");
        assertThat(response.complete()).isTrue();
        assertClosedOnce(body);
        assertThat(log.only().getMessage()).contains("in close");
    }
}
