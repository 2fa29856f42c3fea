package dev.gatehouse.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Site;
import dev.gatehouse.it.container.Sites;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.GoldenTable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * W3, W4: what becomes of each request path on each container, by the tables in {@code
 * request-paths.txt}: a status, or SCRIPT_NAME in brackets and PATH_INFO behind it.
 */
@DisplayName("W4 request paths")
class RequestPathGoldenTest extends BehaviourTest {

    private final AtomicReference<String> seen = new AtomicReference<>();

    private final Application recorder =
            (environ, start) -> {
                seen.set("[" + environ.get("SCRIPT_NAME") + "]" + environ.get("PATH_INFO"));
                start.start("200 OK", Apps.headers());
                return Apps.block("");
            };

    @TestFactory
    @DisplayName("/* in the context /app")
    Stream<DynamicTest> prefixOfContext() {
        return rows("/app /*", Sites.of(container));
    }

    @TestFactory
    @DisplayName("/* in the root context")
    Stream<DynamicTest> root() {
        return rows("root /*", site("root", "", "/*"));
    }

    @TestFactory
    @DisplayName("/x/* in the context /app")
    Stream<DynamicTest> prefix() {
        return rows("/app /x/*", site("prefix", "/app", "/x/*"));
    }

    @TestFactory
    @DisplayName("/ in the context /app")
    Stream<DynamicTest> defaultServlet() {
        return rows("/app /", site("default", "/app", "/"));
    }

    @TestFactory
    @DisplayName("several mappings of one servlet")
    Stream<DynamicTest> several() {
        return rows("/app several", site("several", "/app", "/", "/x/*", "*.ext", "/exact", ""));
    }

    @TestFactory
    @DisplayName("a context path of two segments with a space and an accent")
    Stream<DynamicTest> oddContext() {
        return rows("/c x\u00e9/d /*", site("odd", "/c x\u00e9/d", "/*"));
    }

    private Site site(String shape, String context, String... mappings) {
        return Sites.of(container, shape, app -> WebApp.of(context, Sites.gateway(app, mappings)));
    }

    private Stream<DynamicTest> rows(String table, Site on) {
        on.run(recorder);
        log.expectAny();
        return GoldenTable.read("request-paths.txt", table).stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.key(),
                                        () ->
                                                assertThat(outcome(on, row.key()))
                                                        .isEqualTo(row.cell(container.column()))));
    }

    private String outcome(Site on, String target) throws Exception {
        try (RawClient fresh = on.connect()) {
            RawResponse response = fresh.exchange(RawRequest.get(GoldenTable.bytes(target)));
            return response.status() == 200
                    ? GoldenTable.escaped(seen.get())
                    : Integer.toString(response.status());
        }
    }
}
