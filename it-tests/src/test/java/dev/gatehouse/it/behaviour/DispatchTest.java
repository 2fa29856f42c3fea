package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.Site;
import dev.gatehouse.it.container.Sites;
import dev.gatehouse.it.http.RawResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W3 dispatches within the container")
class DispatchTest extends BehaviourTest {

    private static final String APPS = "dev.gatehouse.it.apps.";

    @Override
    Site site(Container on) {
        return Sites.of(on, "dispatch", DispatchTest::webApp);
    }

    @Override
    String path() {
        return "/app/g/";
    }

    private static WebApp webApp(Application app) {
        String target = "/g/a%20b/%C3%A9?inner=1";
        return WebApp.of(
                        "/app",
                        Sites.gateway(app, "/g/*"),
                        ServletSpec.servlet("forward", APPS + "ForwardingServlet", "/forward/*")
                                .with("to", target),
                        ServletSpec.servlet("include", APPS + "IncludingServlet", "/include/*")
                                .with("to", target),
                        ServletSpec.servlet("missing", APPS + "MissingPageServlet", "/missing"))
                .withErrorPage(404, "/g/error-page");
    }

    @Test
    @DisplayName("W3 after a forward the paths are those of its target, REQUEST_URI the client's")
    void forward() throws Exception {
        Map<String, Object> environ = environOf(get("/app/forward/x%2Cy?outer=1"));

        assertThat(environ)
                .containsEntry("SCRIPT_NAME", "/app/g")
                .containsEntry("PATH_INFO", "/a b/\u00c3\u00a9")
                .containsEntry("REQUEST_URI", "/app/forward/x%2Cy?outer=1");
        assertThat(environ.get("QUERY_STRING").toString()).startsWith("inner=1");
    }

    @Test
    @DisplayName("W3 a forwarded request can be answered with any status")
    void forwardedStatus() throws Exception {
        RawResponse response =
                answer(Apps.answer("404 Not Found", block("nothing here")), get("/app/forward/x"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("nothing here");
    }

    @Test
    @DisplayName("W3 an include has the paths of its target, and only adds to the body")
    void include() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("500 Ignored", Apps.headers());
                            return block(
                                    environ.get("SCRIPT_NAME")
                                            + "|"
                                            + environ.get("PATH_INFO")
                                            + "|"
                                            + environ.get("QUERY_STRING"));
                        },
                        get("/app/include/x?outer=1"));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text()).isEqualTo("(/app/g|/a b/\u00c3\u00a9|inner=1)");
    }

    @Test
    @DisplayName("W36 a failure within an include leaves the status to the including servlet")
    void failingInclude() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            throw new IllegalStateException("in the include");
                        },
                        get("/app/include/x"));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text()).isEqualTo("()");
        log.only();
    }

    @Test
    @DisplayName("W3 an application can be the error page of others")
    void errorPage() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("404 Not Found", Apps.headers());
                            return block("page at " + environ.get("PATH_INFO"));
                        },
                        get("/app/missing"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("page at /error-page");
    }

    @Test
    @DisplayName("W3 an application's own 404 is not replaced by the error page")
    void ownNotFound() throws Exception {
        RawResponse response = answer(Apps.answer("404 Not Found", block("own")));

        assertThat(response.text()).isEqualTo("own");
    }
}
