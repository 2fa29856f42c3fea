package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Validator;
import dev.gatehouse.gateway.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironBuilderTest {

    @Test
    @DisplayName("W2 W5 W8 W9 W10 the environ of a plain request")
    void plain() throws Exception {
        Exchange exchange = Exchange.get("/a%20b?c=%20d").header("Host", "h");
        when(exchange.request.getPathInfo()).thenReturn("/a b");

        Map<String, Object> environ = environ(exchange);

        assertThat(environ)
                .containsEntry("REQUEST_METHOD", "GET")
                .containsEntry("SCRIPT_NAME", "")
                .containsEntry("PATH_INFO", "/a b")
                .containsEntry("QUERY_STRING", "c=%20d")
                .containsEntry("REQUEST_URI", "/a%20b?c=%20d")
                .containsEntry("RAW_URI", "/a%20b?c=%20d")
                .containsEntry("SERVER_NAME", "localhost")
                .containsEntry("SERVER_PORT", "8080")
                .containsEntry("SERVER_ADDR", "127.0.0.1")
                .containsEntry("SERVER_PROTOCOL", "HTTP/1.1")
                .containsEntry(
                        "SERVER_SOFTWARE", "Gatehouse/" + Version.NUMBER + " Some-Server/1.2-x-")
                .containsEntry("GATEWAY_INTERFACE", "CGI/1.1")
                .containsEntry("REMOTE_ADDR", "192.0.2.7")
                .containsEntry("REMOTE_HOST", "192.0.2.7")
                .containsEntry("REMOTE_PORT", "4711")
                .containsEntry("HTTP_HOST", "h")
                .containsEntry("wsgi.version", List.of(1, 0))
                .containsEntry("wsgi.url_scheme", "http")
                .containsEntry("wsgi.multithread", true)
                .containsEntry("wsgi.multiprocess", false)
                .containsEntry("wsgi.run_once", false)
                .containsEntry("wsgi.input_terminated", true)
                .doesNotContainKeys(
                        "CONTENT_TYPE", "CONTENT_LENGTH", "REMOTE_USER", "AUTH_TYPE", "HTTPS");
    }

    @Test
    @DisplayName("W6 Content-Type and Content-Length are bare, and have no HTTP_ twins")
    void content() throws Exception {
        Map<String, Object> environ =
                environ(
                        Exchange.get("/")
                                .header("Content-Type", "text/x;y=\"z\"")
                                .header("Content-Length", "3000000000")
                                .body(new byte[0], 3_000_000_000L),
                        Map.of("maxBodySize", "3G"));

        assertThat(environ)
                .containsEntry("CONTENT_TYPE", "text/x;y=\"z\"")
                .containsEntry("CONTENT_LENGTH", "3000000000")
                .doesNotContainKeys("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH");
    }

    @Test
    @DisplayName("W7 repeated headers are joined, ambiguous and hop-by-hop ones are dropped")
    void headers() throws Exception {
        Map<String, Object> environ =
                environ(
                        Exchange.get("/")
                                .header("X-A", "1", "2")
                                .header("Cookie", "a=1", "b=2")
                                .header("x-lower", "caf\u00e9")
                                .header("X_Under", "spoof")
                                .header("X.Dot", "spoof")
                                .header("Proxy", "evil")
                                .header("Connection", "close")
                                .header("Transfer-Encoding", "chunked")
                                .header("TE", "trailers"));

        assertThat(environ)
                .containsEntry("HTTP_X_A", "1,2")
                .containsEntry("HTTP_COOKIE", "a=1; b=2")
                .containsEntry("HTTP_X_LOWER", "caf\u00e9")
                .doesNotContainKeys(
                        "HTTP_X_UNDER",
                        "HTTP_X_DOT",
                        "HTTP_PROXY",
                        "HTTP_CONNECTION",
                        "HTTP_TRANSFER_ENCODING",
                        "HTTP_TE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\rb", "a\nb", "a\u007fb", "\u001b"})
    void aControlCharacterInAHeaderIs400(String value) throws Exception {
        assertThat(Exchange.get("/").header("X-A", value).answeredBy(Apps.OK).events)
                .contains("status 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X A", "X-A ", "", "X\0A", "X\u00e9"})
    void aMalformedHeaderNameIs400(String name) throws Exception {
        assertThat(Exchange.get("/").header(name, "v").answeredBy(Apps.OK).events)
                .contains("status 400");
    }

    @Test
    void aTransferCodingThatTheContainerDidNotDecodeIs501() throws Exception {
        assertThat(
                        Exchange.get("/")
                                .header("Transfer-Encoding", "gzip, chunked")
                                .answeredBy(Apps.OK)
                                .events)
                .contains("status 501");
    }

    @Test
    void authorizationIsPassedUnlessTheContainerUsedIt() throws Exception {
        assertThat(environ(authorized())).containsEntry("HTTP_AUTHORIZATION", "Basic x");
        assertThat(environ(authorized(), Map.of("passAuthorization", "false")))
                .doesNotContainKey("HTTP_AUTHORIZATION");

        Exchange loggedIn = authorized();
        when(loggedIn.request.getRemoteUser()).thenReturn("Zo\u00eb");
        when(loggedIn.request.getAuthType()).thenReturn("BASIC");
        assertThat(environ(loggedIn))
                .containsEntry("REMOTE_USER", "Zo\u00c3\u00ab")
                .containsEntry("AUTH_TYPE", "Basic")
                .doesNotContainKey("HTTP_AUTHORIZATION");
    }

    @Test
    @DisplayName("W11 the deployer's pairs are in every environ, as bytes")
    void deployerPairs() throws Exception {
        assertThat(environ(Exchange.get("/"), Map.of("environ.my.key", "caf\u00e9")))
                .containsEntry("my.key", "caf\u00c3\u00a9");
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        "::1, [::1], ::1, [::1]",
        "[::1], ::1, ::1, [::1]",
        "h, fe80::1%eth0, fe80::1, h",
        "'', 127.0.0.2, 127.0.0.2, 127.0.0.1"
    })
    void addressesHaveOneForm(String serverName, String remote, String addr, String name)
            throws Exception {
        Exchange exchange = Exchange.get("/").header("Host", "h");
        when(exchange.request.getServerName()).thenReturn(serverName);
        when(exchange.request.getRemoteAddr()).thenReturn(remote);

        assertThat(environ(exchange))
                .containsEntry("REMOTE_ADDR", addr)
                .containsEntry("SERVER_NAME", name);
    }

    @ParameterizedTest(name = "{0} with the Host {1} at {2}")
    @CsvSource({
        "HTTP/1.0, , 192.0.2.1, 192.0.2.1, 8081",
        "HTTP/1.0, '', 192.0.2.1, 192.0.2.1, 8081",
        "HTTP/1.0, , 0:0:0:0:0:0:0:1%0, [0:0:0:0:0:0:0:1], 8081",
        "HTTP/1.0, h, 192.0.2.1, made.up, 8080",
        "HTTP/1.1, '', 192.0.2.1, 192.0.2.1, 8081",
        "HTTP/2.0, , 192.0.2.1, made.up, 8080"
    })
    @DisplayName("W2 without a Host header the server has its address for a name")
    void withoutHost(String protocol, String host, String address, String name, String port)
            throws Exception {
        Exchange exchange = Exchange.get("/");
        if (host != null) {
            exchange.header("Host", host);
        }
        when(exchange.request.getProtocol()).thenReturn(protocol);
        when(exchange.request.getServerName()).thenReturn("made.up");
        when(exchange.request.getLocalAddr()).thenReturn(address);

        assertThat(environ(exchange))
                .containsEntry("SERVER_NAME", name)
                .containsEntry("SERVER_PORT", port);
    }

    private static Exchange authorized() throws Exception {
        return Exchange.get("/").header("Authorization", "Basic x");
    }

    private static Map<String, Object> environ(Exchange exchange) throws Exception {
        return environ(exchange, Map.of());
    }

    private static Map<String, Object> environ(Exchange exchange, Map<String, String> parameters)
            throws Exception {
        Map<String, Object> seen = new HashMap<>();
        exchange.answeredBy(
                new Validator()
                        .wrap(
                                (environ, startResponse) -> {
                                    seen.putAll(environ);
                                    assertThat(Environ.input(environ)).isNotNull();
                                    return Apps.head("204 Seen").call(environ, startResponse);
                                }),
                parameters);
        assertThat(exchange.events).containsExactly("status 204");
        return seen;
    }
}
