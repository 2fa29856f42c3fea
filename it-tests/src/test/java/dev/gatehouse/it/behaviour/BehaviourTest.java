package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.Site;
import dev.gatehouse.it.container.Sites;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Await;
import dev.gatehouse.it.support.ContainerRecords;
import dev.gatehouse.it.support.LogRecords;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What GatewayServlet does, on every embedded container. After each test the next request, on the
 * same connection if there still is one, is answered as if nothing had been, and nothing was logged
 * that the test did not expect: by Gatehouse at all, by the container above INFO.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
@ExtendWith(Sites.class)
@Tag("embedded")
abstract class BehaviourTest {

    @Parameter Container container;

    Site site;
    RawClient client;
    LogRecords log;

    private ContainerRecords containers;

    @BeforeEach
    final void connect() throws IOException {
        site = site(container);
        client = site.connect();
        log = new LogRecords();
        containers = new ContainerRecords();
    }

    /** The server that the tests of this class run on. */
    Site site(Container on) {
        return Sites.of(on);
    }

    /** The path of the application on that server. */
    String path() {
        return "/app/";
    }

    @AfterEach
    final void nextRequestIsUntouched() throws Exception {
        try (RawClient connection = client.reusable() ? client : site.connect()) {
            site.run(Apps.text("untouched"));
            RawResponse next = connection.exchange(get(path()));
            assertThat(next.status()).isEqualTo(200);
            assertThat(next.text()).isEqualTo("untouched");
            assertThat(next.complete()).isTrue();
            log.expectNothingElse();
            containers.expectNoComplaint();
        } finally {
            client.close();
            containers.close();
            log.close();
        }
    }

    /** Has an application answer a GET. */
    final RawResponse answer(Application application) throws IOException {
        return answer(application, get(path()));
    }

    /** Has an application answer a request. */
    final RawResponse answer(Application application, RawRequest request) throws IOException {
        site.run(application);
        return client.exchange(request);
    }

    /** The head of a POST with these header fields, for bodies that are sent on their own. */
    final String postHead(String fields) {
        return "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n\r\n";
    }

    /** The environ that an application gets for a request, which is answered with 200. */
    final Map<String, Object> environOf(RawRequest request) throws IOException {
        AtomicReference<Map<String, Object>> seen = new AtomicReference<>();
        RawResponse response =
                answer(
                        (environ, start) -> {
                            seen.set(new HashMap<>(environ));
                            start.start("200 OK", Apps.headers());
                            return Apps.block("");
                        },
                        request);
        assertThat(response.status()).isEqualTo(200);
        return seen.get();
    }

    /** Checks that a failure before the first byte was answered cleanly, and logged once. */
    final void assertCleanError(RawResponse response, int status) throws Exception {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.complete()).isTrue();
        assertThat(response.text()).startsWith(status + " ").hasLineCount(1);
        assertThat(response.head().headers()).noneMatch(header -> header.name().startsWith("X-"));
        log.only();
    }

    /** Checks that the client knows that its response is not whole, and that it was logged once. */
    final void assertBroken(RawResponse response) throws Exception {
        assertThat(response.ending()).isEqualTo(RawResponse.Ending.TRUNCATED);
        assertThat(client.closedByServer()).isTrue();
        log.only();
    }

    /** Checks that close() is called once, which may be after the client has its answer. */
    final void assertClosedOnce(Body body) throws Exception {
        Await.until("close()", () -> body.closed() > 0);
        assertThat(body.closed()).isEqualTo(1);
    }
}
