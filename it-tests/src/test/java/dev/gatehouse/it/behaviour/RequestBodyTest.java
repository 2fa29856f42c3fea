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
import java.io.InputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest extends BehaviourTest {
    @Test
    @DisplayName("W14 a body of known length is read to its end")
    void knownLength() throws Exception {
        assertThat(answer(Apps.ECHO, post(path(), "a\r\n\u0000\u00ff")).text())
                .isEqualTo("a\r\n\u0000\u00ff");
    }

    @Test
    @DisplayName("W14 a body larger than every buffer is read whole")
    void large() throws Exception {
        String large = "0123456789abcdef".repeat(64 * 1024);

        assertThat(answer(Apps.ECHO, post(path(), large)).text()).isEqualTo(large);
    }

    @Test
    @DisplayName("W16 a chunked body is decoded; it has no CONTENT_LENGTH")
    void chunks() throws Exception {
        Application app =
                (environ, start) -> {
                    assertThat(environ)
                            .doesNotContainKeys("CONTENT_LENGTH", "HTTP_TRANSFER_ENCODING");
                    return Apps.ECHO.call(environ, start);
                };

        assertThat(answer(app, chunked(path(), "hel", "lo")).text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W14 no body reads as an empty one")
    void none() throws Exception {
        assertThat(answer(Apps.ECHO, get(path())).text()).isEmpty();
        assertThat(answer(Apps.ECHO, post(path(), "")).text()).isEmpty();
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
        site.run(Apps.ECHO);
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
        assertThat(answer(Apps.ECHO, post(path(), "next")).text()).isEqualTo("next");
    }

    @Test
    @DisplayName("W41 a chunked body that the application does not read disturbs no later request")
    void unreadChunks() throws Exception {
        assertThat(answer(Apps.text("unread"), chunked(path(), "abc", "def")).text())
                .isEqualTo("unread");
        assertThat(answer(Apps.ECHO, post(path(), "next")).text()).isEqualTo("next");
    }

    @Test
    @DisplayName("W16 a form is left to the application")
    void form() throws Exception {
        assertThat(
                        answer(
                                        Apps.ECHO,
                                        post(path() + "?a=0", "a=1&b=%20")
                                                .header(
                                                        "Content-Type",
                                                        "application/x-www-form-urlencoded"))
                                .text())
                .isEqualTo("a=1&b=%20");
    }

    @Test
    @DisplayName("W16 an unknown transfer coding is refused: the body is not what it seems")
    void unknownCoding() throws Exception {
        site.run(Apps.ECHO);

        RawResponse response =
                client.exchange(
                        postHead("Transfer-Encoding: gzip, chunked") + "1\r\nx\r\n0\r\n\r\n");

        assertThat(response.status()).isIn(400, 501);
        log.expectAtMostOne();
    }

    @Test
    @DisplayName("W6 Content-Length beside Transfer-Encoding never frames the body")
    void bothLengths() throws Exception {
        site.run(Apps.ECHO);
        client.send(
                postHead("Content-Length: 4\r\nTransfer-Encoding: chunked")
                        + "7\r\nchunked\r\n0\r\n\r\n");

        RawResponse response = client.receive();

        if (container.tomcat()) {
            assertThat(response.text()).isEqualTo("chunked");
        } else {
            assertThat(response.status()).isEqualTo(400);
        }
        client.endOfRequests();
    }
}
