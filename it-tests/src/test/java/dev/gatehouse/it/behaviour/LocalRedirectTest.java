package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.it.http.RawResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("gatehouse.redispatch")
class LocalRedirectTest extends BehaviourTest {

    @Test
    @DisplayName("another path answers, to a GET without a body")
    void redirected() throws Exception {
        RawResponse response =
                answer(to("/app/there%20it?is=1"), post(path() + "here", "the body"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("GET /there it ? is=1, body 0");
    }

    @Test
    @DisplayName("a path of another web application is left to the client")
    void elsewhere() throws Exception {
        RawResponse response = answer(to("/other/page?a=b"), post(path() + "here", ""));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers("Location")).containsExactly("/other/page?a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app/WEB-INF/web.xml", "/app/x/../%57eb-inf/web.xml", "/app/META-INF/x"})
    @DisplayName("what containers keep private stays private")
    void privatePaths(String target) throws Exception {
        assertCleanError(answer(to(target), post(path() + "here", "")), 500);
    }

    @Test
    @DisplayName("a circle of redirects ends")
    void circle() throws Exception {
        Application round = (environ, start) -> Environ.redispatch(environ).apply("/app/again");

        assertCleanError(answer(round), 500);
    }

    private static Application to(String target) {
        return (environ, start) -> {
            if (environ.get("PATH_INFO").equals("/here")) {
                return Environ.redispatch(environ).apply(target);
            }
            start.start("200 OK", headers(TEXT));
            return block(
                    "%s %s ? %s, body %d"
                            .formatted(
                                    environ.get("REQUEST_METHOD"),
                                    environ.get("PATH_INFO"),
                                    environ.get("QUERY_STRING"),
                                    Environ.input(environ).readAllBytes().length));
        };
    }
}
