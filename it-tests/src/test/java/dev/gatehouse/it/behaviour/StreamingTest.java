package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Write;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Await;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamingTest extends BehaviourTest {

    private final CountDownLatch seen = new CountDownLatch(1);

    @Test
    @DisplayName("W29 a block is at the client before the next is asked for")
    void blockByBlock() throws Exception {
        Body body = Body.of("first");
        body.then(
                () -> {
                    Await.latch(seen);
                    return "second".getBytes(US_ASCII);
                });
        site.run(Apps.ok(body, TEXT));

        RawResponse.Head head = client.send(get(path()).bytes()).head();
        assertThat(head.status()).isEqualTo(200);
        assertThat(client.chunk()).isEqualTo("first");
        assertThat(body.asked()).isLessThanOrEqualTo(2);
        seen.countDown();
        assertThat(client.rest(head).text()).isEqualTo("second");
    }

    @Test
    @DisplayName("W29 a block of a declared length is at the client before the next is asked for")
    void blockByBlockWithContentLength() throws Exception {
        Body body = Body.of("1234");
        body.then(
                () -> {
                    Await.latch(seen);
                    return "5678".getBytes(US_ASCII);
                });
        site.run(Apps.ok(body, TEXT, Apps.length(8)));

        RawResponse.Head head = client.send(get(path()).bytes()).head();
        assertThat(client.bytes(4)).isEqualTo("1234");
        seen.countDown();
        assertThat(client.bytes(4)).isEqualTo("5678");
        assertThat(head.values("Content-Length")).containsExactly("8");
    }

    @Test
    @DisplayName("W30 what is written is at the client when write returns, before the body")
    void write() throws Exception {
        site.run(
                (environ, start) -> {
                    Write write = start.start("200 OK", headers(TEXT));
                    write.write("written".getBytes(US_ASCII));
                    Await.latch(seen);
                    return Apps.block("returned");
                });

        RawResponse.Head head = client.send(get(path()).bytes()).head();
        assertThat(client.chunk()).isEqualTo("written");
        seen.countDown();
        assertThat(client.rest(head).text()).isEqualTo("returned");
    }

    @Test
    @DisplayName("W26 an empty block does not commit the response")
    void emptyBlock() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            return Body.of("", "")
                                    .then(
                                            () -> {
                                                start.start(
                                                        "503 Sorry",
                                                        headers(),
                                                        new IllegalStateException("too late?"));
                                                return "replaced".getBytes(US_ASCII);
                                            });
                        });

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.text()).isEqualTo("replaced");
    }

    @Test
    @DisplayName("W26 writing an empty block does not commit the response")
    void emptyWrite() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT)).write(new byte[0]);
                            start.start("503 Sorry", headers(), new IllegalStateException("no"));
                            return Apps.block("replaced");
                        });

        assertThat(response.status()).isEqualTo(503);
    }

    @Test
    @DisplayName("W26 a response without a body is sent when the body ends")
    void emptyBody() throws Exception {
        RawResponse response = answer(Apps.answer("404 Not Found", List.of(), TEXT));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("W28 start_response may be called as late as in the first iteration")
    void lateStart() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) ->
                                Body.of("")
                                        .then(
                                                () -> {
                                                    start.start("201 Created", headers(TEXT));
                                                    return "late".getBytes(US_ASCII);
                                                }));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("late");
    }

    @Test
    @DisplayName("W28 any iterable is a body: its size is not asked for")
    void anyIterable() throws Exception {
        AtomicBoolean iterated = new AtomicBoolean();
        Iterable<byte[]> lazy =
                () -> {
                    iterated.set(true);
                    return List.of("a".getBytes(US_ASCII), "b".getBytes(US_ASCII)).iterator();
                };

        assertThat(answer(Apps.ok(lazy, TEXT)).text()).isEqualTo("ab");
        assertThat(iterated).isTrue();
    }

    @Test
    @DisplayName("W39 every byte passes unchanged")
    void bytes() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        assertThat(answer(Apps.ok(List.of(all), TEXT)).body()).isEqualTo(all);
        assertThat(answer(Apps.ok(List.of(all, all), TEXT)).body()).hasSize(512);
    }
}
