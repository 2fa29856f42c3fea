package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.chunked;
import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.http.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest extends BehaviourTest {

    private static final Application ECHO =
            (environ, start) -> {
                byte[] all = Environ.input(environ).readAllBytes();
                start.start("200 OK", headers(TEXT));
                return block(new String(all, ISO_8859_1));
            };

    @Test
    @DisplayName("W14 a body of known length is read to its end")
    void knownLength() throws Exception {
        assertThat(answer(ECHO, post(path(), "a\r\n\u0000\u00ff")).text())
                .isEqualTo("a\r\n\u0000\u00ff");
    }

    @Test
    @DisplayName("W14 a body larger than every buffer is read whole")
    void large() throws Exception {
        String large = "0123456789abcdef".repeat(64 * 1024);

        assertThat(answer(ECHO, post(path(), large)).text()).isEqualTo(large);
    }

    @Test
    @DisplayName("W16 a chunked body is decoded; it has no CONTENT_LENGTH")
    void chunks() throws Exception {
        Application app =
                (environ, start) -> {
                    assertThat(environ)
                            .doesNotContainKeys("CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING");
                    return ECHO.call(environ, start);
                };

        assertThat(answer(app, chunked(path(), "hel", "lo")).text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W14 no body reads as an empty one")
    void none() throws Exception {
        assertThat(answer(ECHO, get(path())).text()).isEmpty();
        assertThat(answer(ECHO, post(path(), "")).text()).isEmpty();
    }

    @Test
    @DisplayName("W14 the end of the body is the end, again and again")
    void end() throws Exception {
        Application app =
                (environ, start) -> {
                    InputStream in = Environ.input(environ);
                    int nothing = in.read(new byte[4], 0, 0);
                    byte[] all = in.readNBytes(3);
                    start.start("200 OK", headers(TEXT));
                    return block(
                            nothing
                                    + new String(all, ISO_8859_1)
                                    + in.read()
                                    + in.read()
                                    + in.read(new byte[4]));
                };

        assertThat(answer(app, post(path(), "abc")).text()).isEqualTo("0abc-1-1-1");
        assertThat(answer(app, chunked(path(), "abc")).text()).isEqualTo("0abc-1-1-1");
    }

    @Test
    @DisplayName("W14 reading never reaches into the next request")
    void pipelined() throws Exception {
        site.run(ECHO);
        client.send(post(path(), "one").bytes());
        client.send(post(path(), "two").bytes());

        assertThat(client.receive().text()).isEqualTo("one");
        assertThat(client.receive().text()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 64 * 1024})
    @DisplayName("W41 a body that the application does not read disturbs no later request")
    void unread(int size) throws Exception {
        assertThat(answer(Apps.text("unread"), post(path(), "x".repeat(size))).text())
                .isEqualTo("unread");
        assertThat(answer(ECHO, post(path(), "next")).text()).isEqualTo("next");
    }

    @Test
    @DisplayName("W41 a chunked body that the application does not read disturbs no later request")
    void unreadChunks() throws Exception {
        assertThat(answer(Apps.text("unread"), chunked(path(), "abc", "def")).text())
                .isEqualTo("unread");
        assertThat(answer(ECHO, post(path(), "next")).text()).isEqualTo("next");
    }

    @Test
    @DisplayName("W16 a form is left to the application")
    void form() throws Exception {
        assertThat(
                        answer(
                                        ECHO,
                                        post(path() + "?a=0", "a=1&b=%20")
                                                .header(
                                                        "Content-Type",
                                                        "application/x-www-form-urlencoded"))
                                .text())
                .isEqualTo("a=1&b=%20");
    }

    @Test
    @DisplayName("W18 a body that ends early raises, and is a 400 if the application lets it")
    void truncated() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(head("Content-Length: 9") + "four").endOfRequests();
        assertEndedEarly(raised);
    }

    @Test
    @DisplayName("W18 a chunked body that ends early raises, too")
    void truncatedChunks() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(head("Transfer-Encoding: chunked") + "4\r\nfour\r\n9\r\nfi").endOfRequests();
        assertEndedEarly(raised);
    }

    @Test
    @DisplayName("W18 a malformed chunk raises, too")
    void malformedChunk() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(head("Transfer-Encoding: chunked") + "4\r\nfour\r\n-1\r\nx\r\n0\r\n\r\n");
        assertEndedEarly(raised);
    }

    @Test
    @DisplayName("W17 Expect: 100-continue is answered when the application reads")
    void continued() throws Exception {
        site.run(ECHO);
        client.send(head("Content-Length: 5\r\nExpect: 100-continue"));
        assertThat(client.receive().status()).isEqualTo(100);

        assertThat(client.send("hello").receive().text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W17 Expect: 100-continue is not answered when the application does not read")
    void notContinued() throws Exception {
        site.run(Apps.answer("403 Forbidden", block("no")));
        client.send(head("Content-Length: 5\r\nExpect: 100-continue"));

        RawResponse first = client.receive();
        if (container.tomcat()) {
            // Tomcat answers at once, unless its connector has continueResponseTiming=onRead.
            assertThat(first.status()).isEqualTo(100);
            first = client.receive();
        }
        assertThat(first.status()).isEqualTo(403);
        client.endOfRequests();
    }

    @Test
    @DisplayName("W16 an unknown transfer coding is refused: the body is not what it seems")
    void unknownCoding() throws Exception {
        site.run(ECHO);

        RawResponse response =
                client.exchange(head("Transfer-Encoding: gzip, chunked") + "1\r\nx\r\n0\r\n\r\n");

        assertThat(response.status()).isIn(400, 501);
        log.expectAtMostOne();
    }

    @Test
    @DisplayName("W6 Content-Length beside Transfer-Encoding never frames the body")
    void bothLengths() throws Exception {
        site.run(ECHO);
        client.send(
                head("Content-Length: 4\r\nTransfer-Encoding: chunked")
                        + "7\r\nchunked\r\n0\r\n\r\n");

        RawResponse response = client.receive();

        if (container.tomcat()) {
            assertThat(response.text()).isEqualTo("chunked");
        } else {
            assertThat(response.status()).isEqualTo(400);
        }
        client.endOfRequests();
    }

    private Application noting(AtomicReference<Throwable> raised) {
        return (environ, start) -> {
            try {
                return ECHO.call(environ, start);
            } catch (IOException e) {
                raised.set(e);
                throw e;
            }
        };
    }

    /** Containers differ in whether they still answer; none takes the body for whole. */
    private void assertEndedEarly(AtomicReference<Throwable> raised) throws Exception {
        log.only();
        assertThat(raised.get()).isInstanceOf(IOException.class);
        if (!client.closedByServer()) {
            client.close();
        }
    }

    private String head(String fields) {
        return "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n\r\n";
    }
}
