package dev.gatehouse.it.python;

import static dev.gatehouse.it.http.RawRequest.chunked;
import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies and the error stream of a Python application: W13 to W19 and W41. */
@ParameterizedClass(name = "{0}")
@MethodSource("ways")
class PythonRequestBodyTest extends RulesTest {

    /** A container, and whether bodies are spooled or streamed. */
    record Way(Container container, boolean streaming) {}

    @Parameter Way way;

    static List<Way> ways() {
        return Stream.of(Container.TOMCAT_11, Container.JETTY_12_1)
                .flatMap(each -> Stream.of(new Way(each, false), new Way(each, true)))
                .toList();
    }

    @BeforeParameterizedClassInvocation
    static void start(Way way) throws Exception {
        site = RulesSite.start(way.container(), Map.of("streamRequestBody", "" + way.streaming()));
    }

    @Test
    @DisplayName("W13, W14, W15 every method gives bytes, and the end again and again")
    void reads() throws Exception {
        String body = "abcdef\nghijk\nl\nm\nrest \u0000\u00ff\r\nend";
        String seen = "|abc|def\n|gh|ijk\n|l\n|m\nrest \u0000\u00ff\r\nend||||";

        assertThat(site.answer(post("/app/reads", body)).text()).isEqualTo(seen);
        assertThat(site.answer(chunked("/app/reads", body)).text()).isEqualTo(seen);
    }

    @Test
    @DisplayName("W14 reading never reaches into the next request")
    void pipelined() throws Exception {
        try (RawClient client = site.connect()) {
            client.send(post("/app/echo", "one").bytes());
            client.send(post("/app/echo", "three").bytes());

            assertThat(client.receive().text()).isEqualTo("3:one");
            assertThat(client.receive().text()).isEqualTo("5:three");
        }
    }

    @Test
    @DisplayName("W15 a line longer than every buffer is whole")
    void longLine() throws Exception {
        String body = "x".repeat(300_000) + "\nshort\n" + "y".repeat(70_000);

        assertThat(site.answer(post("/app/lines", body)).text()).isEqualTo("300001 6 70000");
    }

    @Test
    @DisplayName("W16 a chunked body is decoded; it has no CONTENT_LENGTH")
    void chunks() throws Exception {
        String large = "0123456789abcdef".repeat(10_000);

        assertThat(site.answer(chunked("/app/echo", "hel", "lo", large)).text())
                .isEqualTo("no length:hello" + large);
    }

    @Test
    @DisplayName("W17 a client that waits for 100 Continue is told to go on")
    void expectation() throws Exception {
        try (RawClient client = site.connect()) {
            client.send(
                    "POST /app/echo HTTP/1.1\r\nHost: localhost\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(client.receive().status()).isEqualTo(100);

            assertThat(client.exchange("body").text()).isEqualTo("4:body");
        }
    }

    @Test
    @DisplayName("W18 a body that breaks off is never taken for a short one")
    void disconnect(@TempDir Path folder) throws Exception {
        Path marker = folder.resolve("marker");
        try (RawClient client = site.connect()) {
            client.send(
                    "POST /app/notes_disconnect?%s HTTP/1.1\r\nHost: localhost\r\n"
                                    .formatted(marker)
                            + "Content-Length: 100\r\n\r\nhalf");
            client.endOfRequests();
            if (way.streaming()) {
                Await.until("the error", () -> Files.exists(marker) && Files.size(marker) > 0);
                assertThat(marker).hasContent("OSError");
            } else {
                // The application is not called for a body that never comes.
                assertThat(client.receive().status()).isNotEqualTo(200);
                assertThat(marker).doesNotExist();
            }
        }
        assertThat(site.answer(get("/app/one_block")).text()).isEqualTo("one block");
    }

    @Test
    @DisplayName("W19 the error stream takes any text")
    void errors() throws Exception {
        assertThat(site.answer(get("/app/complains")).text()).isEqualTo("complained");

        site.logged("written \u20ac \\udcff");
        site.logged("of two parts");
        site.logged("printed");
    }

    @Test
    @DisplayName("W41 a body that is not read disturbs no later request")
    void unread() throws Exception {
        try (RawClient client = site.connect()) {
            assertThat(client.exchange(post("/app/unread", "x".repeat(100_000))).text())
                    .isEqualTo("unread");
            assertThat(client.exchange(chunked("/app/unread", "abc", "def")).text())
                    .isEqualTo("unread");
            assertThat(client.exchange(post("/app/echo", "next")).text()).isEqualTo("4:next");
        }
    }
}
