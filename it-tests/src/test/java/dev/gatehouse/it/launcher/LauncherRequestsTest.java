package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.distribution.RequestTables;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no web application can set of a connector, and the launcher does. */
@Tag("launcher")
class LauncherRequestsTest {

    /** That of Tomcat on {@code tomcat-conf}. */
    private static final int COLUMN = 0;

    @TempDir private static Path folder;
    private static Launcher launcher;

    @BeforeAll
    static void start() throws Exception {
        launcher =
                Launcher.start(folder, "serve", "--context-path=/gatehouse", "--max-body-size=3");
    }

    @AfterAll
    static void stop() {
        launcher.close();
    }

    @Test
    void answersUnusualRequestsAsTomcatConf() throws Exception {
        RequestTables.check(launcher::connect, COLUMN);
    }

    @Test
    void asksForABodyWhenTheApplicationReads() throws Exception {
        try (RawClient client = launcher.connect()) {
            assertThat(expecting(client, "/gatehouse/upload/", 5).status()).isEqualTo(100);
            assertThat(client.send("hello").receive().text()).startsWith("length: 5 bytes\n");
        }
    }

    @Test
    void asksForNoBodyThatTheApplicationDoesNotRead() throws Exception {
        try (RawClient client = launcher.connect()) {
            assertThat(expecting(client, "/gatehouse/environ/", 3).status()).isEqualTo(200);
        }
    }

    @Test
    void asksForNoBodyThatIsTooLarge() throws Exception {
        try (RawClient client = launcher.connect()) {
            assertThat(expecting(client, "/gatehouse/environ/", 4).status()).isEqualTo(413);
        }
    }

    private static RawResponse expecting(RawClient client, String path, int length)
            throws IOException {
        return client.exchange(
                "POST %s HTTP/1.1\r\nHost: a.example\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n"
                        .formatted(path, length));
    }
}
