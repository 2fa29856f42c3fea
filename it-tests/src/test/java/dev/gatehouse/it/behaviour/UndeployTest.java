package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.EmbeddedServer;
import dev.gatehouse.it.container.Remains;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.Await;
import dev.gatehouse.it.support.LogRecords;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("embedded")
class UndeployTest {

    @ParameterizedTest
    @EnumSource(Container.class)
    @DisplayName("after undeployment no thread and no class loader is left")
    void leavesNothing(Container container) throws Exception {
        Remains remains = serveAndStop(container);

        Await.until("the end of threads", () -> remains.threads().isEmpty());
        Await.until("the end of the class loader", () -> !remains.loader());
    }

    /** A method of its own, so that no local variable holds the server afterwards. */
    private static Remains serveAndStop(Container container) throws Exception {
        AtomicInteger closed = new AtomicInteger();
        ServletSpec named = ServletSpec.gateway("named", "dev.gatehouse.it.apps.Hello", "/named");
        ServletSpec given = ServletSpec.gateway("given", new Closing(closed), "/given");
        Remains remains;
        LogRecords log = new LogRecords();
        try (EmbeddedServer server =
                container.start(
                        WebApp.of("/app", named, given)
                                .withListener("dev.gatehouse.servlet.GatewayListener"))) {
            remains = server.remains();
            try (RawClient client = server.connect()) {
                assertThat(client.exchange(get("/app/named")).status()).isEqualTo(200);
                assertThat(client.exchange(get("/app/given")).status()).isEqualTo(500);
                log.only();
            }
        } finally {
            log.close();
        }
        assertThat(closed).hasValue(1);
        return remains;
    }

    /** Fails on every request, so that its exception has been through every log and cache. */
    private record Closing(AtomicInteger closed) implements Application, AutoCloseable {

        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
            throw new IllegalStateException("to be logged");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
