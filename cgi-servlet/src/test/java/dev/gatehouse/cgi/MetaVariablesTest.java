package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3875, 4.1, seen from within a script. */
class MetaVariablesTest extends SiteTest {

    private static final String[] ENV = {
        "#!/bin/sh", "echo Content-Type: text/plain", "echo", "env"
    };

    private Site app;

    MetaVariablesTest() {
        super(Map.of());
    }

    @BeforeParameterizedClassInvocation
    void startApp() throws IOException {
        app =
                Site.start(
                        container,
                        "/app",
                        List.of("/cgi-bin/*", "*.cgi"),
                        Map.of(
                                "environment-variable-GREETING", "gr\u00FC\u00DF dich",
                                "environment-variable-REQUEST_METHOD", "OVERRIDDEN",
                                "passAuthorization", "true",
                                "envHttpHeaders", "X-.*|AUTHORIZATION|PROXY"));
        site.script("env", ENV);
        app.script("env", ENV);
        app.script("sub/env.cgi", ENV);
    }

    @AfterParameterizedClassInvocation
    void closeApp() {
        app.close();
    }

    @Test
    @DisplayName("R2 R11 R13 R19 name, path info and query lead back to the same script")
    void roundTrip() throws Exception {
        String path = "/app/cgi-bin/env/a;b/c%3Fd=%20%C3%A4?q=%20+&x=%3D";
        Response env = app.get(path);

        assertThat(env.variable("SCRIPT_NAME")).isEqualTo("/app/cgi-bin/env");
        assertThat(env.variable("PATH_INFO")).isEqualTo("/a/c?d= \u00C3\u00A4");
        assertThat(env.variable("QUERY_STRING")).isEqualTo("q=%20+&x=%3D");
        assertThat(env.variable("REQUEST_URI")).isEqualTo(path);
        Response again = app.get("/app/cgi-bin/env/a/c%3Fd=%20%C3%A4?q=%20+&x=%3D");
        for (String name : List.of("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")) {
            assertThat(again.variable(name)).isEqualTo(env.variable(name));
        }
    }

    @Test
    @DisplayName("R19 mapped by extension, with the context path and without doubling (T6)")
    void extensionMapping() throws Exception {
        Response env = app.get("/app/sub/env.cgi");

        assertThat(env.variable("SCRIPT_NAME")).isEqualTo("/app/sub/env.cgi");
        assertThat(env.variable("PATH_INFO")).isEqualTo("(unset)");
        assertThat(env.variable("CONTEXT_PREFIX")).isEqualTo("/app");
    }

    @Test
    @DisplayName("R3 the script runs in its own directory")
    void workingDirectory() throws Exception {
        assertThat(app.get("/app/sub/env.cgi").variable("PWD"))
                .isEqualTo(app.scripts().resolve("sub").toString());
    }

    @ParameterizedTest
    @CsvSource({"/cgi-bin/env,(unset)", "/cgi-bin/env/,/", "/cgi-bin/env/x,/x"})
    @DisplayName("R4 R11 R12 no path info is not the path info /")
    void pathInfo(String path, String info) throws Exception {
        Response env = site.get(path);

        assertThat(env.variable("PATH_INFO")).isEqualTo(info);
        assertThat(env.variable("PATH_TRANSLATED"))
                .isEqualTo(info.equals("(unset)") ? info : site.folder().resolve("webapp") + info);
    }

    @Test
    @DisplayName("R7 R9 content length and type are those of the request")
    void body() throws Exception {
        Response env =
                site.request("POST", "/cgi-bin/env", "abc", "Content-Type: Text/X; Charset=y");

        assertThat(env.variable("CONTENT_LENGTH")).isEqualTo("3");
        assertThat(env.variable("CONTENT_TYPE")).isEqualTo("Text/X; Charset=y");
        assertThat(env.variable("HTTP_CONTENT_LENGTH")).isEqualTo("(unset)");
        assertThat(env.variable("HTTP_CONTENT_TYPE")).isEqualTo("(unset)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTENT_LENGTH", "CONTENT_TYPE", "AUTH_TYPE", "REMOTE_USER", "HTTPS"})
    @DisplayName("R7 R9 R6 R17 what the request does not have is not set")
    void unset(String name) throws Exception {
        assertThat(site.get("/cgi-bin/env").variable(name)).isEqualTo("(unset)");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_INTERFACE,CGI/1.1",
        "QUERY_STRING,''",
        "REMOTE_ADDR,127.0.0.1",
        "REMOTE_HOST,127.0.0.1",
        "REMOTE_IDENT,(unset)",
        "REQUEST_METHOD,GET",
        "SERVER_NAME,example.org",
        "SERVER_PORT,8123",
        "SERVER_PROTOCOL,HTTP/1.1",
        "REQUEST_SCHEME,http",
        "SERVER_ADDR,127.0.0.1",
        "REDIRECT_STATUS,200",
        "DOCUMENT_URI,/cgi-bin/env",
        "PATH,/usr/local/bin:/usr/bin:/bin",
        "RAW_URI,(unset)",
        "HOME,(unset)",
        "LC_ALL,(unset)"
    })
    @DisplayName(
            "R10 R13 R14 R15 R16 R18 R20 R21 R22 the standard variables, and no others of the JVM")
    void standard(String name, String value) throws Exception {
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/env HTTP/1.1\r\nHost: example.org:8123\r\n\r\n");

            assertThat(wire.receive().variable(name)).isEqualTo(value);
        }
    }

    @Test
    @DisplayName("R20 an IPv6 address is in brackets")
    void ipv6Name() throws Exception {
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/env HTTP/1.1\r\nHost: [::1]:80\r\n\r\n");

            assertThat(wire.receive().variable("SERVER_NAME")).startsWith("[").endsWith("]");
        }
    }

    @Test
    @DisplayName("R23 product tokens, each with a version")
    void serverSoftware() throws Exception {
        assertThat(site.get("/cgi-bin/env").variable("SERVER_SOFTWARE"))
                .matches("Gatehouse/[0-9.]+ [A-Za-z-]+/[0-9.]+");
    }

    @Test
    @DisplayName("section 2: the file and its document root")
    void files() throws Exception {
        Response env = site.get("/cgi-bin/env");

        assertThat(env.variable("SCRIPT_FILENAME"))
                .isEqualTo(site.scripts().resolve("env").toString());
        assertThat(env.variable("DOCUMENT_ROOT"))
                .isEqualTo(site.folder().resolve("webapp").toString());
    }

    @Test
    @DisplayName("R25 R26 headers become variables, several of one name a list")
    void headers() throws Exception {
        Response env =
                site.get(
                        "/cgi-bin/env",
                        "X-Multi: a",
                        "Cookie: a=1",
                        "x-multi: b",
                        "Cookie: b=2",
                        "Accept-Language: de");

        assertThat(env.variable("HTTP_X_MULTI")).isEqualTo("a,b");
        assertThat(env.variable("HTTP_COOKIE")).isEqualTo("a=1; b=2");
        assertThat(env.variable("HTTP_ACCEPT_LANGUAGE")).isEqualTo("de");
    }

    @Test
    @DisplayName("R27 a folded header is one line, or the request is refused")
    void folded() throws Exception {
        Response env = site.get("/cgi-bin/env", "X-Folded: a\r\n b", "X-Next: c");

        if (env.status() == 200) {
            assertThat(env.variable("HTTP_X_FOLDED").split("\\s+")).containsExactly("a", "b");
            assertThat(env.variable("HTTP_X_NEXT")).isEqualTo("c");
        } else {
            assertThat(env.status()).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("R28 R29 R30 what a script must not see")
    void hidden() throws Exception {
        Response env =
                site.get(
                        "/cgi-bin/env",
                        "Authorization: Basic YTpi",
                        "Proxy-Authorization: Basic YTpi",
                        "Proxy: http://evil.example/",
                        "X_Forwarded_For: 192.0.2.1",
                        "Keep-Alive: 5",
                        "TE: x");

        assertThat(env.text()).doesNotContain("YTpi", "evil", "192.0.2.1");
        assertThat(env.lines()).noneMatch(line -> line.matches("HTTP_(CONNECTION|KEEP|TE).*"));
    }

    @Test
    @DisplayName("R31 header bytes arrive as they were sent")
    void bytes() throws Exception {
        assertThat(
                        site.get("/cgi-bin/env", "X-Text: gr\u00C3\u00BC\u00C3\u009F")
                                .variable("HTTP_X_TEXT"))
                .isEqualTo("gr\u00C3\u00BC\u00C3\u009F");
    }

    @Test
    @DisplayName("R24 R28 the deployer's variables, whitelist and Authorization")
    void deployer() throws Exception {
        Response env =
                app.get(
                        "/app/cgi-bin/env",
                        "Authorization: Bearer t",
                        "Proxy: http://evil.example/",
                        "X-A: 1",
                        "Accept: x");

        assertThat(env.variable("GREETING")).isEqualTo("gr\u00C3\u00BC\u00C3\u009F dich");
        assertThat(env.variable("REQUEST_METHOD")).isEqualTo("GET");
        assertThat(env.variable("HTTP_AUTHORIZATION")).isEqualTo("Bearer t");
        assertThat(env.variable("HTTP_X_A")).isEqualTo("1");
        assertThat(env.variable("HTTP_ACCEPT")).isEqualTo("(unset)");
        assertThat(env.text()).doesNotContain("evil");
    }

    @Test
    @DisplayName("R1 R6 R17 the container authenticates; the script sees who, and no password")
    void authentication() throws Exception {
        try (Site other = Site.startSecured(container, Map.of("passAuthorization", "true"))) {
            other.script("env", ENV);

            assertThat(other.get("/cgi-bin/env").status()).isEqualTo(401);

            Response env = other.get("/cgi-bin/env", "Authorization: Basic YWxpY2U6c2VjcmV0");
            assertThat(env.variable("AUTH_TYPE")).isEqualTo("Basic");
            assertThat(env.variable("REMOTE_USER")).isEqualTo("alice");
            assertThat(env.variable("HTTP_AUTHORIZATION")).isEqualTo("(unset)");
        }
    }
}
