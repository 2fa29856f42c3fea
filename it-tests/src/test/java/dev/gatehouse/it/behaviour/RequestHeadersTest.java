package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.launcher.app.EnvironText;
import dev.gatehouse.it.support.GoldenTable;
import dev.gatehouse.it.support.HeaderTable;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest extends BehaviourTest {

    @Test
    @DisplayName("W7 a header is found in upper case, with underscores")
    void name() throws Exception {
        assertThat(environOf(get(path()).header("x-Mixed-CASE", "v")))
                .containsEntry("HTTP_X_MIXED_CASE", "v");
    }

    @Test
    @DisplayName("W7 repeated headers are joined with a comma, in order")
    void repeated() throws Exception {
        assertThat(environOf(get(path()).header("X-Dup", "a").header("x-dup", "b, c")))
                .containsEntry("HTTP_X_DUP", "a,b, c");
    }

    @Test
    @DisplayName("W7 repeated cookies are joined with a semicolon")
    void cookies() throws Exception {
        assertThat(environOf(get(path()).header("Cookie", "a=1").header("Cookie", "b=2; c=3")))
                .containsEntry("HTTP_COOKIE", "a=1; b=2; c=3");
    }

    @Test
    @DisplayName("W7 a name with an underscore cannot pose as one with a hyphen")
    void underscore() throws Exception {
        Map<String, Object> both =
                environOf(
                        get(path())
                                .header("X_Forwarded_For", "evil")
                                .header("X-Forwarded-For", "good"));

        assertThat(both).containsEntry("HTTP_X_FORWARDED_FOR", "good");
        assertThat(environOf(get(path()).header("X_Forwarded_For", "evil")))
                .doesNotContainKey("HTTP_X_FORWARDED_FOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X.Dot", "X!Mark", "X'Quote", "X~Tilde"})
    @DisplayName("W7 a name of other characters than letters, digits and hyphens is left out")
    void oddNames(String name) throws Exception {
        assertThat(environOf(get(path()).header(name, "v")).keySet())
                .noneMatch(key -> key.startsWith("HTTP_X"));
    }

    @Test
    @DisplayName("W7 Proxy, which would become the http_proxy of programs, is left out")
    void proxy() throws Exception {
        assertThat(environOf(get(path()).header("Proxy", "http://evil/")))
                .doesNotContainKey("HTTP_PROXY");
    }

    @Test
    @DisplayName("W7 what belongs to the connection is left out")
    void hopByHop() throws Exception {
        Map<String, Object> environ =
                environOf(
                        get(path())
                                .header("Connection", "keep-alive")
                                .header("Keep-Alive", "timeout=5")
                                .header("TE", "trailers")
                                .header("Proxy-Authorization", "Basic eA=="));

        assertThat(environ)
                .doesNotContainKeys(
                        "HTTP_CONNECTION",
                        "HTTP_KEEP_ALIVE",
                        "HTTP_TE",
                        "HTTP_PROXY_AUTHORIZATION");
    }

    @Test
    @DisplayName("W7 Authorization is passed on as long as the container asks for none itself")
    void authorization() throws Exception {
        assertThat(environOf(get(path()).header("Authorization", "Basic eDp5")))
                .containsEntry("HTTP_AUTHORIZATION", "Basic eDp5");
    }

    @Test
    @DisplayName("W4 the bytes of a value pass unchanged, whatever their encoding")
    void bytes() throws Exception {
        assertThat(environOf(get(path()).header("X-Bytes", "\u00e9 \u00c3\u00a9 \u00ff")))
                .containsEntry("HTTP_X_BYTES", "\u00e9 \u00c3\u00a9 \u00ff");
    }

    @Test
    @DisplayName("W7 an empty value is there, as sent")
    void empty() throws Exception {
        assertThat(environOf(get(path()).header("X-Empty", ""))).containsEntry("HTTP_X_EMPTY", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    @DisplayName("W7 odd fields, by request-headers.txt")
    void oddFields(GoldenTable.Row row) throws Exception {
        site.run(new EnvironText());

        String outcome = HeaderTable.outcome(client.exchange(HeaderTable.request(path(), row)));

        assertThat(outcome).isEqualTo(row.cell(container.column()));
        // Most containers refuse these before anything is asked of Gatehouse.
        log.expectAtMostOne();
    }

    static Stream<Named<GoldenTable.Row>> fields() {
        return HeaderTable.rows().stream().map(row -> Named.of(row.key(), row));
    }
}
