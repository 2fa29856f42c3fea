package dev.gatehouse.it.python;

import static dev.gatehouse.it.http.RawRequest.chunked;
import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.of;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Python application is called with, in real containers: W1 to W12. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Container.class,
        names = {"TOMCAT_11", "JETTY_12_1"})
class PythonEnvironTest extends RulesTest {

    @Parameter Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) throws Exception {
        site = RulesSite.start(container, Map.of("environ.site.name", "mine"));
    }

    @Test
    @DisplayName("W1 environ is exactly a dict, and a fresh one for each request")
    void dict() throws Exception {
        try (RawClient client = site.connect()) {
            for (int request = 0; request < 2; request++) {
                assertThat(client.exchange(get("/app/environ")).text())
                        .contains("\"environ\": [\"dict\", null]")
                        .contains("\"PATH_INFO\": ")
                        .doesNotContain("own.key");
            }
        }
    }

    @Test
    @DisplayName("W2 method, server and protocol are strings")
    void requestLine() throws Exception {
        assertThat(environOf(of("FOO", "/app/environ")))
                .contains(
                        string("REQUEST_METHOD", "FOO"),
                        string("SERVER_NAME", "localhost"),
                        string("SERVER_PORT", "80"),
                        string("SERVER_PROTOCOL", "HTTP/1.1"));
    }

    @Test
    @DisplayName("W3 SCRIPT_NAME and PATH_INFO part the path where the application begins")
    void path() throws Exception {
        assertThat(environOf(get("/app/environ/")))
                .contains(string("SCRIPT_NAME", "/app"), string("PATH_INFO", "/environ/"));
        assertThat(environOf(get("/app/environ/a/b")))
                .contains(string("SCRIPT_NAME", "/app"), string("PATH_INFO", "/environ/a/b"));
    }

    @Test
    @DisplayName("W4 a path is bytes as latin-1")
    void bytes() throws Exception {
        assertThat(environOf(get("/app/environ/%E2%82%AC%20").header("X-Utf8", "\u00e2\u0082")))
                .contains(
                        string("PATH_INFO", "/environ/\\u00e2\\u0082\\u00ac "),
                        string("HTTP_X_UTF8", "\\u00e2\\u0082"));
    }

    @Test
    @DisplayName("W5 QUERY_STRING is raw, and empty when there is none")
    void query() throws Exception {
        assertThat(environOf(get("/app/environ?a=%2F%00+%C3%A9&b=?x&&;")))
                .contains(string("QUERY_STRING", "a=%2F%00+%C3%A9&b=?x&&;"));
        assertThat(environOf(get("/app/environ"))).contains(string("QUERY_STRING", ""));
    }

    @Test
    @DisplayName("W6 CONTENT_TYPE and CONTENT_LENGTH stand bare, and only when they were sent")
    void content() throws Exception {
        assertThat(environOf(post("/app/environ", "abc").header("Content-Type", "text/x; a=b")))
                .contains(string("CONTENT_TYPE", "text/x; a=b"), string("CONTENT_LENGTH", "3"))
                .doesNotContain("HTTP_CONTENT_");
        assertThat(environOf(get("/app/environ"))).doesNotContain("CONTENT_");
        assertThat(environOf(chunked("/app/environ", "abc"))).doesNotContain("CONTENT_LENGTH");
    }

    @Test
    @DisplayName("W7 headers that repeat are joined, and names that could be forged are left out")
    void headers() throws Exception {
        RawRequest request =
                get("/app/environ")
                        .header("X-Many", "a")
                        .header("X-Many", "b")
                        .header("Cookie", "a=1")
                        .header("Cookie", "b=2")
                        .header("X_Forged", "c")
                        .header("Proxy", "d");

        assertThat(environOf(request).replace("a, b", "a,b"))
                .contains(string("HTTP_X_MANY", "a,b"), string("HTTP_COOKIE", "a=1; b=2"))
                .doesNotContain("HTTP_X_FORGED", "HTTP_PROXY");
    }

    @Test
    @DisplayName("W8 the client's address is there; what does not apply is absent")
    void client() throws Exception {
        assertThat(environOf(get("/app/environ")))
                .contains(
                        string("REMOTE_ADDR", "127.0.0.1"),
                        string("GATEWAY_INTERFACE", "CGI/1.1"),
                        "\"SERVER_SOFTWARE\": [\"str\", \"Gatehouse/",
                        "\"REMOTE_PORT\": [\"str\", \"")
                .doesNotContain("REMOTE_USER", "AUTH_TYPE", "HTTPS", "SSL_");
    }

    @Test
    @DisplayName("W9 the raw request URI, a terminated input and a file wrapper are there")
    void extras() throws Exception {
        assertThat(environOf(get("/app/environ/%61?x=%2F")))
                .contains(
                        string("REQUEST_URI", "/app/environ/%61?x=%2F"),
                        string("RAW_URI", "/app/environ/%61?x=%2F"),
                        "\"wsgi.input_terminated\": [\"bool\", true]",
                        "\"wsgi.file_wrapper\": [\"type\", null]");
    }

    @Test
    @DisplayName("W10 version, scheme and the kind of process have their types")
    void contract() throws Exception {
        assertThat(environOf(get("/app/environ")))
                .contains(
                        "\"wsgi.version\": [\"tuple\", [1, 0]]",
                        string("wsgi.url_scheme", "http"),
                        "\"wsgi.multithread\": [\"bool\", false]",
                        "\"wsgi.multiprocess\": [\"bool\", false]",
                        "\"wsgi.run_once\": [\"bool\", false]");
    }

    @Test
    @DisplayName("W11 the deployer can add to environ")
    void added() throws Exception {
        assertThat(environOf(get("/app/environ"))).contains(string("site.name", "mine"));
    }

    @Test
    @DisplayName("W12 nothing in environ leads around the contract")
    void nothingElse() throws Exception {
        Matcher name =
                Pattern.compile("\"([^\"]+)\": \\[\"").matcher(environOf(get("/app/environ")));

        assertThat(name.results().map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .allMatch(each -> each.matches("[A-Z_]+|wsgi\\.[a-z_]+|site\\.name|environ"));
    }

    private static String environOf(RawRequest request) throws IOException {
        return site.answer(request).text();
    }

    private static String string(String name, String value) {
        return "\"%s\": [\"str\", \"%s\"]".formatted(name, value);
    }
}
