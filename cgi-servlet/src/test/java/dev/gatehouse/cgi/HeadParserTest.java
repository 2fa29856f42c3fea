package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Header;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadParserTest {

    @Test
    @DisplayName("R38 names are case-insensitive, values lose the blanks around them")
    void fields() {
        ScriptHead head = parse("content-TYPE: \t text/plain ", "X-Empty:", "Set-Cookie: a=1");

        assertThat(head.status()).isEqualTo("200 OK");
        assertThat(head.headers())
                .containsExactly(
                        new Header("content-TYPE", "text/plain"), new Header("Set-Cookie", "a=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " folded",
                "\tfolded",
                "Name : value",
                "no colon",
                ": no name",
                "Na\u00E4me: value",
                "Na me: value",
                "Name: val\u0001ue",
                "Name: val\u007Fue"
            })
    @DisplayName("R38 no continuation lines, no blank before the colon, no control characters")
    void malformedLines(String line) {
        assertMalformed("Content-Type: text/plain", line);
    }

    @ParameterizedTest
    @CsvSource({
        "Status: 200,Status: 404",
        "Location: /a,location: /b",
        "Content-Type: text/plain,Content-type: text/html"
    })
    @DisplayName("R38 each CGI field at most once")
    void duplicates(String first, String second) {
        assertMalformed(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "404 Not Found", "299 Anything", "999 x"})
    @DisplayName("R41 Status is three digits and perhaps a reason, and not for the client")
    void status(String status) {
        ScriptHead head = parse("Status: " + status, "Content-Type: text/plain");

        assertThat(head.status()).isEqualTo(status);
        assertThat(head.headers()).extracting(Header::name).containsExactly("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "20", "2000", "ok", "200OK", "-200", "100 Continue", "199"})
    @DisplayName("R41 another Status is an error")
    void malformedStatus(String status) {
        assertMalformed("Status: " + status, "Content-Type: text/plain");
    }

    @Test
    @DisplayName("R54 a blank line in place of headers is an error")
    void empty() {
        assertMalformed();
    }

    @Test
    @DisplayName("R38 headers without a value are no headers")
    void onlyEmptyValues() {
        assertMalformed("Content-Type:", "X-Other: ");
    }

    @ParameterizedTest
    @CsvSource({
        "/other,/other",
        "/other?a=b,/other?a=b",
        "//other.example/x,",
        "/other#part,",
        "http://other.example/,",
        "other,"
    })
    @DisplayName("R42 a path and nothing else is a local redirect")
    void localRedirect(String location, String target) {
        ScriptHead head = parse("Location: " + location);

        assertThat(head.localRedirect().orElse(null)).isEqualTo(target);
        assertThat(head.status()).isEqualTo("302 Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Status: 302 Found", "Content-Type: text/plain", "Set-Cookie: a=1"})
    @DisplayName("R42 with another field it is none, so that the field is not lost")
    void localRedirectWithMore(String line) {
        ScriptHead head = parse("Location: /other", line);

        assertThat(head.localRedirect()).isEmpty();
        assertThat(head.status()).startsWith("302");
        assertThat(head.headers()).contains(new Header("Location", "/other"));
    }

    @Test
    @DisplayName("R48 a Status of the script stays")
    void redirectWithStatus() {
        assertThat(parse("Location: http://x.example/", "Status: 307 x").status())
                .isEqualTo("307 x");
    }

    @Test
    @DisplayName("R49 a status line of HTTP begins a response without parsed headers")
    void nph() {
        ScriptHead head = parse("HTTP/1.1 418 I'm a teapot", "Status: 500", "X-A: 1");

        assertThat(head.status()).isEqualTo("418 I'm a teapot");
        assertThat(head.headers()).containsExactly(new Header("X-A", "1"));
    }

    @Test
    @DisplayName("R49 interim responses are skipped")
    void interim() {
        assertThat(HeadParser.parse(List.of("HTTP/1.1 103 Early Hints", "Link: x"))).isEmpty();
    }

    @Test
    @DisplayName("T11 a header whose name begins with HTTP is a header")
    void httpHeader() {
        assertThat(parse("HTTP-Thing: 1").headers()).containsExactly(new Header("HTTP-Thing", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close",
                "Keep-Alive: 1",
                "Transfer-Encoding: chunked",
                "Upgrade: h2c",
                "Trailer: X",
                "TE: x",
                "Proxy-Authenticate: Basic",
                "Content-Length: 5",
                "X-CGI-Anything: 1"
            })
    @DisplayName("R50 R51 R52 what belongs to the connection or to the server stays here")
    void dropped(String line) {
        assertThat(parse("Content-Type: text/plain", line).headers())
                .extracting(Header::name)
                .containsExactly("Content-Type");
    }

    private static ScriptHead parse(String... lines) {
        return HeadParser.parse(List.of(lines)).orElseThrow();
    }

    private static void assertMalformed(String... lines) {
        assertThatThrownBy(() -> HeadParser.parse(List.of(lines)))
                .isInstanceOf(MalformedOutputException.class);
    }
}
