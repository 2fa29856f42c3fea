package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.http.RawResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpectContinueTest extends BehaviourTest {

    @Test
    @DisplayName("W17 Expect: 100-continue is answered when the application reads")
    void continued() throws Exception {
        site.run(Apps.ECHO);
        client.send(postHead("Content-Length: 5\r\nExpect: 100-continue"));
        assertThat(client.receive().status()).isEqualTo(100);

        assertThat(client.send("hello").receive().text()).isEqualTo("hello");
    }

    @Test
    @DisplayName("W17 Expect: 100-continue is not answered when the application does not read")
    void notContinued() throws Exception {
        site.run(Apps.answer("403 Forbidden", block("no")));
        client.send(postHead("Content-Length: 5\r\nExpect: 100-continue"));

        RawResponse first = client.receive();
        if (container.tomcat()) {
            // Tomcat answers at once, unless its connector has continueResponseTiming=onRead.
            assertThat(first.status()).isEqualTo(100);
            first = client.receive();
        }
        assertThat(first.status()).isEqualTo(403);
        client.endOfRequests();
    }
}
