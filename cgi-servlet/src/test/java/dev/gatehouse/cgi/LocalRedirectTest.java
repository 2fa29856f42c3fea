package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3875, 6.2.2. */
class LocalRedirectTest extends SiteTest {

    LocalRedirectTest() {
        super("/app", Map.of());
    }

    @BeforeParameterizedClassInvocation
    void scripts() throws Exception {
        write(site);
    }

    private static void write(Site site) throws Exception {
        site.script("go", "#!/bin/sh", "printf 'Location: %s\\n\\n' \"$QUERY_STRING\"");
        site.script(
                "go-blank", "#!/bin/sh", "printf 'Location: %s\\n\\n\\n\\r\\n' \"$QUERY_STRING\"");
        site.script("go-body", "#!/bin/sh", "printf 'Location: %s\\n\\nbody' \"$QUERY_STRING\"");
        site.script("env", "#!/bin/sh", "echo Content-Type: text/plain", "echo", "env", "wc -c");
        site.script("loop", "#!/bin/sh", "printf 'Location: /app/cgi-bin/loop\\n\\n'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "go-blank"})
    @DisplayName("R42 R43 R45 the container answers with a GET for the other path")
    void forward(String script) throws Exception {
        Response env =
                site.request(
                        "POST",
                        "/app/cgi-bin/" + script + "?/app/cgi-bin/env/x?a=b",
                        "body",
                        "Content-Type: text/plain",
                        "Cookie: c=1");

        assertThat(env.status()).isEqualTo(200);
        assertThat(env.header("Location")).isEmpty();
        assertThat(env.variable("REQUEST_METHOD")).isEqualTo("GET");
        assertThat(env.variable("SCRIPT_NAME")).isEqualTo("/app/cgi-bin/env");
        assertThat(env.variable("PATH_INFO")).isEqualTo("/x");
        assertThat(env.variable("QUERY_STRING")).isEqualTo("a=b");
        assertThat(env.variable("REQUEST_URI")).startsWith("/app/cgi-bin/" + script);
        assertThat(env.variable("CONTENT_LENGTH")).isEqualTo("(unset)");
        assertThat(env.variable("CONTENT_TYPE")).isEqualTo("(unset)");
        assertThat(env.variable("HTTP_COOKIE")).isEqualTo("c=1");
        assertThat(env.text()).endsWith("\n0\n");
    }

    @Test
    @DisplayName("R42 with a body it is a redirect for the client, so that the body is not lost")
    void withBody() throws Exception {
        Response response = site.get("/app/cgi-bin/go-body?/app/cgi-bin/env");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).containsExactly("/app/cgi-bin/env");
        assertThat(response.text()).isEqualTo("body");
    }

    @Test
    @DisplayName("R44 a loop ends")
    void loop() throws Exception {
        assertThat(site.get("/app/cgi-bin/loop").status()).isEqualTo(500);
    }

    @Test
    @DisplayName("R45 only the client can go to another web application")
    void otherContext() throws Exception {
        Response response = site.get("/app/cgi-bin/go?/other/x");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).containsExactly("/other/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/WEB-INF/web.xml",
                "/app/web-inf/web.xml",
                "/app/META-INF/MANIFEST.MF",
                "/app/x/../WEB-INF/web.xml",
                "/app/%57EB-INF/web.xml"
            })
    @DisplayName("R46 never into a private folder")
    void privateFolder(String target) throws Exception {
        assertThat(site.get("/app/cgi-bin/go?" + target).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"client,302", "off,502"})
    @DisplayName("R46 the deployer can switch it off")
    void switchedOff(String mode, int status) throws Exception {
        try (Site other =
                Site.start(
                        container, "/app", List.of("/cgi-bin/*"), Map.of("localRedirect", mode))) {
            write(other);
            Response response = other.get("/app/cgi-bin/go?/app/cgi-bin/env");

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header("Location"))
                    .isEqualTo(status == 302 ? List.of("/app/cgi-bin/env") : List.of());
        }
    }
}
