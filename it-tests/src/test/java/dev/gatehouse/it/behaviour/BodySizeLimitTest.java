package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.chunked;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.Site;
import dev.gatehouse.it.container.Sites;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("maxBodySize = 1k")
class BodySizeLimitTest extends BehaviourTest {

    private static final Application COUNT =
            (environ, start) -> {
                int count = Environ.input(environ).readAllBytes().length;
                start.start("200 OK", headers(TEXT));
                return block("" + count);
            };

    @Override
    Site site(Container on) {
        return Sites.of(
                on,
                "limited",
                app -> WebApp.of("/app", Sites.gateway(app, "/*").with("maxBodySize", "1k")));
    }

    @Test
    @DisplayName("a body of the limit is read")
    void atTheLimit() throws Exception {
        assertThat(answer(COUNT, post(path(), "x".repeat(1024))).text()).isEqualTo("1024");
        assertThat(answer(COUNT, chunked(path(), "x".repeat(1024))).text()).isEqualTo("1024");
    }

    @Test
    @DisplayName("a body declared to be larger is a 413 before the application is called")
    void declared() throws Exception {
        AtomicBoolean called = new AtomicBoolean();
        assertCleanError(
                answer(
                        (environ, start) -> {
                            called.set(true);
                            return COUNT.call(environ, start);
                        },
                        post(path(), "x".repeat(1025))),
                413);
        assertThat(called).isFalse();
    }

    @Test
    @DisplayName("a chunked body that grows larger is a 413")
    void chunks() throws Exception {
        assertCleanError(answer(COUNT, chunked(path(), "x".repeat(1024), "x".repeat(64))), 413);
    }
}
