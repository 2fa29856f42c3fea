package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Await;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailingApplicationTest extends BehaviourTest {

    @Test
    @DisplayName("W36 an exception is a clean 500 without anything of the application")
    void exception() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT, new Header("X-Secret", "1")));
                            throw new IllegalStateException("secret");
                        });

        assertCleanError(response, 500);
        assertThat(response.text()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(log.only().getThrown()).hasMessage("secret");
        assertThat(log.only().getLevel()).isEqualTo(Level.SEVERE);
    }

    @Test
    @DisplayName("W37 an Error is a clean 500, and the container lives on")
    void error() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            throw new NoClassDefFoundError("com/example/Missing");
                        }),
                500);
    }

    @Test
    @DisplayName("W36 a failure's own status is answered, and logged below ERROR if it is a 4xx")
    void ownStatus() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            throw new GatewayException(404, "no such script");
                        }),
                404);
        assertThat(log.only().getLevel().intValue()).isLessThan(Level.SEVERE.intValue());
    }

    @Test
    @DisplayName("a program that failed is one log line: no stack trace explains it")
    void oneLine() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            throw new GatewayException(502, "script x: no output; signal 9");
                        }),
                502);
        assertThat(log.only().getMessage())
                .contains("GET", path(), "script x: no output; signal 9");
        assertThat(log.only().getThrown()).isNull();
    }

    @Test
    @DisplayName("W28 null instead of a body is a clean 500")
    void nullBody() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            return null;
                        }),
                500);
    }

    @Test
    @DisplayName("W28 a body without an iterator is a clean 500")
    void nullIterator() throws Exception {
        assertCleanError(answer(Apps.ok(() -> null, TEXT)), 500);
    }

    @Test
    @DisplayName("W31 a null block before the first byte is a clean 500")
    void nullBlock() throws Exception {
        assertCleanError(answer(Apps.ok(new Body().then(() -> null), TEXT)), 500);
    }

    @Test
    @DisplayName("W26 an exception after an empty block is still a clean 500")
    void afterEmptyBlock() throws Exception {
        Body body = Body.of("").thenFail(new IllegalStateException("late"));

        assertCleanError(answer(Apps.ok(body, TEXT)), 500);
    }

    @Test
    @DisplayName("W41 an application that sleeps keeps no other request waiting")
    void sleeping() throws Exception {
        CountDownLatch awake = new CountDownLatch(1);
        CountDownLatch asleep = new CountDownLatch(1);
        site.run(
                (environ, start) -> {
                    if (environ.get("QUERY_STRING").equals("sleep")) {
                        asleep.countDown();
                        Await.latch(awake);
                    }
                    start.start("200 OK", headers(TEXT));
                    return Apps.block("awake");
                });

        client.send(get(path() + "?sleep").bytes());
        Await.latch(asleep);
        try (RawClient other = site.connect()) {
            assertThat(other.exchange(get(path())).text()).isEqualTo("awake");
        }
        awake.countDown();
        assertThat(client.receive().text()).isEqualTo("awake");
    }
}
