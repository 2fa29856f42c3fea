package dev.gatehouse.it.python;

import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.of;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.http.RawResponse.Ending;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the answers of a Python application, in real containers: W20 to W42. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Container.class,
        names = {"TOMCAT_11", "JETTY_12_1"})
class PythonResponseTest extends RulesTest {

    @Parameter Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) throws Exception {
        site = RulesSite.start(container, Map.of());
    }

    @AfterEach
    void theOnlyThreadAnswersTheNextRequest() throws Exception {
        assertThat(site.get("one_block").text()).isEqualTo("one block");
    }

    @Test
    @DisplayName("W20 no start_response before the first bytes is a 500")
    void withoutStart() throws Exception {
        assertCleanError(site.get("without_start"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200OK", "20X%20OK", "2000%20OK", "OK", "200%20O%0AK", "200%20%0D"})
    @DisplayName("W21 a malformed status is an error in the application")
    void malformedStatus(String status) throws Exception {
        assertCleanError(site.get("status?" + status));
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "201%20Made, 201", "299%20Never%20heard, 299", "404%20, 404"})
    @DisplayName("W21, W40 any code is passed on, whatever its reason")
    void status(String status, int code) throws Exception {
        RawResponse response = site.get("status?" + status);

        assertThat(response.status()).isEqualTo(code);
        assertThat(response.text()).isEqualTo("started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuple",
                "pair",
                "triple",
                "number",
                "bytes",
                "name",
                "line",
                "nul",
                "wide",
                "hop",
                "connection",
                "lengths",
                "negative"
            })
    @DisplayName("W22, W23, W33 malformed, hop-by-hop and contradictory headers are a 500")
    void malformedHeaders(String kind) throws Exception {
        assertCleanError(site.get("header?" + kind));
    }

    @Test
    @DisplayName("W24 a second start_response without an error is a 500")
    void twice() throws Exception {
        assertCleanError(site.get("twice"));
    }

    @Test
    @DisplayName("W25 with an error the status and all headers are replaced")
    void replaces() throws Exception {
        RawResponse response = site.get("replaces");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers("X-Before")).isEmpty();
        assertThat(response.headers("X-After")).containsExactly("b");
        assertThat(response.text()).isEqualTo("replaced");
    }

    @Test
    @DisplayName("W25 once headers are sent the error is raised, and the connection breaks")
    void replacesTooLate() throws Exception {
        assertThat(site.get("replaces_too_late").ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(site.logged("replaced too late")).contains("Traceback");
    }

    @Test
    @DisplayName("W26, W36 empty blocks send nothing, so that an error after them is a clean 500")
    void lateFailure() throws Exception {
        assertCleanError(site.get("late_failure"));
        assertThat(site.logged("before the first byte")).contains("Traceback");
    }

    @Test
    @DisplayName("W27, W39 headers stay apart and in order, and no byte is altered")
    void headers() throws Exception {
        RawResponse response = site.get("many");

        assertThat(response.headers("Set-Cookie"))
                .containsExactly("c0=0", "c1=1", "c2=2", "c3=3", "c4=4");
        assertThat(response.headers("X-Latin")).containsExactly("\u00e9");
        assertThat(response.headers("Content-Type")).containsExactly("a/b; c=D");
        assertThat(response.headers("Date")).hasSize(1);
        assertThat(response.text())
                .isEqualTo(
                        IntStream.range(0, 256).mapToObj(Character::toString).collect(joining()));
    }

    @Test
    @DisplayName("W28 an application may be a class, and start with its first block")
    void late() throws Exception {
        assertThat(site.get("late").text()).isEqualTo("late");
    }

    @Test
    @DisplayName("W30 what is written precedes what is returned")
    void writes() throws Exception {
        assertThat(site.get("writes").text()).isEqualTo("written, again, returned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"str", "int", "none"})
    @DisplayName("W31 a block that is not bytes is a 500")
    void wrongBlock(String kind) throws Exception {
        assertCleanError(site.get("wrong_block?" + kind));
    }

    @Test
    @DisplayName("W29, W31 a later block that is not bytes breaks the connection")
    void wrongLaterBlock() throws Exception {
        RawResponse response = site.get("wrong_later_block");

        assertThat(response.text()).isEqualTo("right");
        assertThat(response.ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    @DisplayName("W32 close() runs exactly once for each answer, with or without a body")
    void close() throws Exception {
        int before = Integer.parseInt(site.get("closed").text());

        assertThat(site.get("closing").text()).isEqualTo("one two");
        assertThat(site.answer(of("HEAD", "/app/closing")).text()).isEmpty();

        assertThat(site.get("closed").text()).isEqualTo("" + (before + 2));
    }

    @Test
    @DisplayName("W33 a body shorter or longer than its declared length is never taken for whole")
    void length() throws Exception {
        assertThat(site.get("length?5").text()).isEqualTo("12345");
        assertThat(site.get("length?9").ending()).isEqualTo(Ending.TRUNCATED);

        RawResponse longer = site.get("length?4");
        assertThat(longer.text()).startsWith("12").hasSizeLessThanOrEqualTo(4);
        assertThat(site.logged("longer than its Content-Length of 4")).isNotEmpty();
    }

    @Test
    @DisplayName("W34 one block has a length, several come in chunks")
    void framing() throws Exception {
        assertThat(site.get("one_block").headers("Content-Length")).containsExactly("9");

        RawResponse blocks = site.get("blocks");
        assertThat(blocks.headers("Transfer-Encoding")).containsExactly("chunked");
        assertThat(blocks.text()).isEqualTo("block 0 block 1 block 2 ");
    }

    @Test
    @DisplayName("W34 to HTTP/1.0 the end of the connection ends the body")
    void http10() throws Exception {
        try (RawClient client = site.connect()) {
            RawResponse response = client.exchange("GET /app/blocks HTTP/1.0\r\n\r\n");

            assertThat(response.headers("Transfer-Encoding")).isEmpty();
            assertThat(response.text()).isEqualTo("block 0 block 1 block 2 ");
        }
    }

    @Test
    @DisplayName("W35 HEAD has the headers of GET and no body")
    void head() throws Exception {
        try (RawClient client = site.connect()) {
            RawResponse response = client.exchange(of("HEAD", "/app/one_block"));

            assertThat(response.headers("Content-Length")).containsExactly("9");
            assertThat(response.text()).isEmpty();
            assertThat(client.exchange(get("/app/one_block")).text()).isEqualTo("one block");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    @DisplayName("W35 what must have no body has none")
    void bodiless(int status) throws Exception {
        try (RawClient client = site.connect()) {
            RawResponse response = client.exchange(get("/app/bodiless?" + status));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.headers("Transfer-Encoding")).isEmpty();
            assertThat(response.text()).isEmpty();
            assertThat(client.exchange(get("/app/one_block")).text()).isEqualTo("one block");
        }
    }

    @ParameterizedTest
    @CsvSource({"exit, SystemExit", "interrupt, KeyboardInterrupt"})
    @DisplayName("W37 an application that exits gets a 500, and its worker lives on")
    void exits(String kind, String error) throws Exception {
        assertCleanError(site.get("exits?" + kind));
        assertThat(site.logged(error)).contains("Traceback");
    }

    @Test
    @DisplayName("W42 nothing is compressed, cut or left out because the client could take it so")
    void playsDumb() throws Exception {
        RawResponse response =
                site.answer(
                        get("/app/dumb")
                                .header("Accept-Encoding", "gzip")
                                .header("Range", "bytes=0-9")
                                .header("If-None-Match", "\"a\""));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers("Content-Encoding")).isEmpty();
        assertThat(response.headers("ETag")).containsExactly("\"a\"");
        assertThat(response.text()).isEqualTo("compressible ".repeat(1000));
    }

    private static void assertCleanError(RawResponse response) {
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.complete()).isTrue();
        assertThat(response.text()).isEqualTo("500 Internal Server Error\n");
        assertThat(response.headers("X-Before")).isEmpty();
    }
}
