package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.post;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.Write;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Containers use request and response again: what an application kept must not reach them. */
class LeftoverThreadTest extends BehaviourTest {

    @Test
    @DisplayName("W30 write fails after the response has ended")
    void write() throws Exception {
        AtomicReference<Write> kept = new AtomicReference<>();
        answer(
                (environ, start) -> {
                    kept.set(start.start("200 OK", headers(TEXT)));
                    return Apps.block("all");
                });
        answerOneMore();

        assertThatThrownBy(() -> kept.get().write("late".getBytes(US_ASCII)))
                .isInstanceOf(ContractException.class);
    }

    @Test
    @DisplayName("W24 start_response fails after the response has ended")
    void startResponse() throws Exception {
        AtomicReference<StartResponse> kept = new AtomicReference<>();
        answer(
                (environ, start) -> {
                    kept.set(start);
                    start.start("200 OK", headers(TEXT));
                    return Body.of("a", "b");
                });
        answerOneMore();

        assertThatThrownBy(() -> kept.get().start("200 OK", headers()))
                .isInstanceOf(ContractException.class);
    }

    @Test
    @DisplayName("W14 reading fails after the request has ended")
    void input() throws Exception {
        AtomicReference<InputStream> kept = new AtomicReference<>();
        answer(
                (environ, start) -> {
                    kept.set(Environ.input(environ));
                    start.start("200 OK", headers(TEXT));
                    return Apps.block("");
                },
                post(path(), "not read"));
        answerOneMore();

        assertThatThrownBy(() -> kept.get().read()).isInstanceOf(IOException.class);
    }

    private void answerOneMore() throws IOException {
        assertThat(answer(Apps.text("next"), get(path())).text()).isEqualTo("next");
    }
}
