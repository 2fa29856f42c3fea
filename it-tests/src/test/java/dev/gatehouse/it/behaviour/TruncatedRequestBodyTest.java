package dev.gatehouse.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TruncatedRequestBodyTest extends BehaviourTest {

    @Test
    @DisplayName("W18 a body that ends early raises, and is a 400 if the application lets it")
    void truncated() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(postHead("Content-Length: 9") + "four").endOfRequests();
        assertEndedEarly(raised);
    }

    @Test
    @DisplayName("W18 a chunked body that ends early raises, too")
    void truncatedChunks() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(postHead("Transfer-Encoding: chunked") + "4\r\nfour\r\n9\r\nfi")
                .endOfRequests();
        assertEndedEarly(raised);
    }

    @Test
    @DisplayName("W18 a malformed chunk raises, too")
    void malformedChunk() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        site.run(noting(raised));

        client.send(postHead("Transfer-Encoding: chunked") + "4\r\nfour\r\n-1\r\nx\r\n0\r\n\r\n");
        assertEndedEarly(raised);
    }

    private Application noting(AtomicReference<Throwable> raised) {
        return (environ, start) -> {
            try {
                return Apps.ECHO.call(environ, start);
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
}
