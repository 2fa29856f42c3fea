package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.of;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.http.RawResponse;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironTest extends BehaviourTest {

    @Test
    @DisplayName("W1 environ is a fresh map that the application may change")
    void freshAndMutable() throws Exception {
        for (int request = 0; request < 2; request++) {
            answer(
                    (environ, start) -> {
                        assertThat(environ).doesNotContainKey("own.key");
                        environ.put("own.key", "mine");
                        environ.remove("PATH_INFO");
                        start.start("200 OK", Apps.headers());
                        return Apps.block("");
                    });
            assertThat(client.reusable()).isTrue();
        }
    }

    @Test
    @DisplayName("W2 method, server and protocol are there, as strings")
    void requestLine() throws Exception {
        Map<String, Object> environ =
                environOf(of("GET", path()).header("Host-Not", "x").header("X-Y", "z"));

        assertThat(environ)
                .containsEntry("REQUEST_METHOD", "GET")
                .containsEntry("SERVER_NAME", "localhost")
                .containsEntry("SERVER_PORT", "80")
                .containsEntry("SERVER_PROTOCOL", "HTTP/1.1")
                .containsEntry("GATEWAY_INTERFACE", "CGI/1.1");
        assertThat(environ.get("SERVER_SOFTWARE").toString()).startsWith("Gatehouse/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PROPFIND", "FOO", "foo", "OPTIONS", "DELETE"})
    @DisplayName("W2 any method reaches the application, its case kept")
    void anyMethod(String method) throws Exception {
        assertThat(environOf(of(method, path()))).containsEntry("REQUEST_METHOD", method);
    }

    @Test
    @DisplayName("W2 SERVER_PROTOCOL is that of the request")
    void http10() throws Exception {
        site.run(
                (environ, start) -> {
                    start.start("200 OK", Apps.headers());
                    return Apps.block(environ.get("SERVER_PROTOCOL").toString());
                });

        assertThat(client.exchange("GET " + path() + " HTTP/1.0\r\n\r\n").text())
                .isEqualTo("HTTP/1.0");
    }

    @Test
    @DisplayName("W2 SERVER_NAME and SERVER_PORT are the server's own where the client names none")
    void noHost() throws Exception {
        site.run(EnvironTest::server);

        assertThat(client.exchange("GET " + path() + " HTTP/1.0\r\n\r\n").text())
                .isEqualTo("127.0.0.1 " + client.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    @DisplayName("W2 an empty Host names none, unless the container refuses it")
    void emptyHost(String protocol) throws Exception {
        site.run(EnvironTest::server);

        RawResponse response =
                client.exchange("GET " + path() + " " + protocol + "\r\nHost:\r\n\r\n");
        if (container.jetty()) {
            assertThat(response.status()).isEqualTo(400);
        } else {
            assertThat(response.text()).isEqualTo("127.0.0.1 " + client.port());
        }
    }

    private static Iterable<byte[]> server(Map<String, Object> environ, StartResponse start) {
        start.start("200 OK", Apps.headers());
        return Apps.block(environ.get("SERVER_NAME") + " " + environ.get("SERVER_PORT"));
    }

    @Test
    @DisplayName("W2 SERVER_NAME and SERVER_PORT are what the client asked for")
    void host() throws Exception {
        site.run(EnvironTest::server);

        String request = "GET " + path() + " HTTP/1.1\r\nHost: %s\r\n\r\n";
        assertThat(client.exchange(request.formatted("example.com:8081")).text())
                .isEqualTo("example.com 8081");
        assertThat(client.exchange(request.formatted("[::1]:99")).text()).isEqualTo("[::1] 99");
    }

    @Test
    @DisplayName("W5 QUERY_STRING is never decoded")
    void query() throws Exception {
        Map<String, Object> environ = environOf(get(path() + "?a=%2F%00+%C3%A9&b=?x&&;"));

        assertThat(environ).containsEntry("QUERY_STRING", "a=%2F%00+%C3%A9&b=?x&&;");
        assertThat(environ)
                .containsEntry("REQUEST_URI", path() + "?a=%2F%00+%C3%A9&b=?x&&;")
                .containsEntry("RAW_URI", path() + "?a=%2F%00+%C3%A9&b=?x&&;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?"})
    @DisplayName("W5 QUERY_STRING is empty when there is none")
    void noQuery(String query) throws Exception {
        assertThat(environOf(get(path() + query))).containsEntry("QUERY_STRING", "");
    }

    @Test
    @DisplayName("W6 CONTENT_TYPE and CONTENT_LENGTH stand bare, and only when they were sent")
    void contentHeaders() throws Exception {
        Map<String, Object> environ =
                environOf(post(path(), "abc").header("Content-Type", "text/x; a=\"b\""));

        assertThat(environ)
                .containsEntry("CONTENT_TYPE", "text/x; a=\"b\"")
                .containsEntry("CONTENT_LENGTH", "3")
                .doesNotContainKeys("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH");
        assertThat(environOf(get(path()))).doesNotContainKeys("CONTENT_TYPE", "CONTENT_LENGTH");
    }

    @Test
    @DisplayName("W8 the client's address is there; what does not apply is absent, never null")
    void client() throws Exception {
        Map<String, Object> environ = environOf(get(path()));

        assertThat(environ)
                .containsEntry("REMOTE_ADDR", "127.0.0.1")
                .containsEntry("REMOTE_HOST", "127.0.0.1")
                .containsEntry("SERVER_ADDR", "127.0.0.1")
                .doesNotContainKeys("REMOTE_USER", "AUTH_TYPE", "HTTPS")
                .doesNotContainValue(null);
        assertThat(Integer.parseInt(environ.get("REMOTE_PORT").toString())).isPositive();
    }

    @Test
    @DisplayName("W9, W10 the keys of the contract have the types that it names")
    void contract() throws Exception {
        Map<String, Object> environ = environOf(get(path()));

        assertThat(environ)
                .containsEntry("wsgi.version", List.of(1, 0))
                .containsEntry("wsgi.url_scheme", "http")
                .containsEntry("wsgi.multithread", true)
                .containsEntry("wsgi.multiprocess", false)
                .containsEntry("wsgi.run_once", false)
                .containsEntry("wsgi.input_terminated", true);
        assertThat(environ.get(Environ.WSGI_INPUT)).isInstanceOf(InputStream.class);
        assertThat(environ.get(Environ.WSGI_ERRORS)).isInstanceOf(PrintWriter.class);
        assertThat(environ.get(Environ.WSGI_FILE_WRAPPER)).isInstanceOf(FileWrapper.Factory.class);
    }

    @Test
    @DisplayName("W4 every value under a CGI key is a string of bytes")
    void bytes() throws Exception {
        Map<String, Object> environ =
                environOf(get(path() + "%E2%82%AC").header("X-Utf8", "\u00e2\u0082\u00ac"));

        assertThat(environ).containsEntry("PATH_INFO", "/\u00e2\u0082\u00ac");
        assertThat(environ).containsEntry("HTTP_X_UTF8", "\u00e2\u0082\u00ac");
        environ.forEach(
                (key, value) -> {
                    if (Character.isUpperCase(key.charAt(0))) {
                        assertThat(value.toString().chars()).allMatch(c -> c <= 0xFF);
                    }
                });
    }

    @Test
    @DisplayName("W12 nothing in environ leads around the contract to the Servlet request")
    void noServletObjects() throws Exception {
        assertThat(environOf(get(path())).values())
                .noneMatch(value -> value.getClass().getName().contains("Servlet"));
    }
}
