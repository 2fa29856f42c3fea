package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.support.Await;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the walk goes, and what is malformed, is a table in the launcher's own tests. */
@Tag("launcher")
class LauncherTrustedProxyTest {

    @TempDir private static Path trustingFolder;
    @TempDir private static Path wearyFolder;
    private static Launcher trusting;
    private static Launcher weary;

    @BeforeAll
    static void start() throws Exception {
        trusting =
                Launcher.app(
                        trustingFolder,
                        "EnvironText",
                        "--trusted-proxy",
                        "10.0.0.0/8",
                        "--trusted-proxy",
                        "127.0.0.1",
                        "--access-log",
                        "-");
        weary = Launcher.app(wearyFolder, "EnvironText");
    }

    @AfterAll
    static void stop() {
        trusting.close();
        weary.close();
    }

    @Test
    void showsTheClientAndWhatItAskedFor() throws IOException {
        String environ =
                trusting.get(
                        "/",
                        "X-Forwarded-For: 198.51.100.1, 192.0.2.7, 10.0.0.5",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: shop.example");

        assertThat(environ)
                .contains("\nREMOTE_ADDR=192.0.2.7\n")
                .contains("\nwsgi.url_scheme=https\n")
                .contains("\nHTTPS=on\n")
                .contains("\nHTTP_HOST=shop.example\n")
                .contains("\nSERVER_NAME=shop.example\n")
                .contains("\nSERVER_PORT=443\n");
    }

    @Test
    void readsTheStandardHeaderToo() throws IOException {
        assertThat(
                        trusting.get(
                                "/",
                                "Forwarded: for=\"[2001:db8::7]:4711\";proto=https;host=\"shop.example:8443\""))
                .contains("\nREMOTE_ADDR=2001:db8:0:0:0:0:0:7\n")
                .contains("\nHTTP_HOST=shop.example:8443\n")
                .contains("\nSERVER_PORT=8443\n");
    }

    @Test
    void takesThePortThatTheClientConnectedTo() throws IOException {
        assertThat(trusting.get("/", "X-Forwarded-Proto: https", "X-Forwarded-Port: 8443"))
                .contains("\nHTTP_HOST=a.example:8443\n")
                .contains("\nSERVER_PORT=8443\n");
        assertThat(trusting.get("/", "X-Forwarded-Proto: https"))
                .contains("\nHTTP_HOST=a.example\n")
                .contains("\nSERVER_PORT=443\n");
    }

    @Test
    void logsTheClient() throws Exception {
        trusting.get("/logged", "X-Forwarded-For: 192.0.2.8");

        Await.until(
                "the client is logged",
                () -> trusting.out().lines().anyMatch(l -> l.startsWith("192.0.2.8 ")));
    }

    @Test
    void refusesContradictions() throws IOException {
        try (RawClient client = trusting.connect()) {
            assertThat(
                            client.exchange(
                                            RawRequest.get("/")
                                                    .header("Forwarded", "for=192.0.2.7")
                                                    .header("X-Forwarded-For", "192.0.2.8"))
                                    .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void believesNobodyByDefault() throws IOException {
        String environ =
                weary.get(
                        "/",
                        "X-Forwarded-For: 192.0.2.7",
                        "x-forwarded-proto: https",
                        "X-FORWARDED-HOST: shop.example",
                        "X-Forwarded-Port: 8443",
                        "X-Forwarded-For: 192.0.2.8",
                        "X-Forwarded-Prefix: /x",
                        "Forwarded: for=192.0.2.7",
                        "X-Forward: stays");

        assertThat(environ)
                .contains("\nREMOTE_ADDR=127.0.0.1\n")
                .contains("\nwsgi.url_scheme=http\n")
                .contains("\nHTTP_HOST=a.example\n")
                .contains("\nHTTP_X_FORWARD=stays\n")
                .doesNotContain("HTTP_X_FORWARDED", "HTTP_FORWARDED");
    }
}
