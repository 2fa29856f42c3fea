package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Write;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.apps.Body;
import dev.gatehouse.it.support.Await;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientAbortTest extends BehaviourTest {

    /** Blocks without end, whose close() is counted. */
    private static final class Endless implements Iterable<byte[]>, AutoCloseable {

        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public Iterator<byte[]> iterator() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public byte[] next() {
                    return new byte[8 * 1024];
                }
            };
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    @DisplayName("W32 a client that goes away ends the body, closes it, and leaves one DEBUG line")
    void streaming() throws Exception {
        Endless body = new Endless();
        site.run(Apps.ok(body, TEXT));

        client.send(get(path()).bytes()).head();
        client.reset();

        Await.until("close()", () -> body.closed.get() > 0);
        assertThat(log.only().getLevel()).isEqualTo(Level.FINE);
        assertThat(body.closed).hasValue(1);
    }

    @Test
    @DisplayName("W32 write tells the application that the client went away")
    void writing() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        site.run(
                (environ, start) -> {
                    Write write = start.start("200 OK", headers(TEXT));
                    try {
                        while (true) {
                            write.write(new byte[8 * 1024]);
                        }
                    } catch (IOException e) {
                        raised.set(e);
                        throw e;
                    } finally {
                        over.countDown();
                    }
                });

        client.send(get(path()).bytes()).head();
        client.reset();

        Await.latch(over);
        assertThat(raised.get()).isInstanceOf(IOException.class);
        assertThat(log.only().getLevel()).isEqualTo(Level.FINE);
    }

    @Test
    @DisplayName("W18 a client that goes away within its request body is told from the body's end")
    void reading() throws Exception {
        AtomicReference<Throwable> raised = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        site.run(
                (environ, start) -> {
                    try {
                        Environ.input(environ).readAllBytes();
                    } catch (IOException e) {
                        raised.set(e);
                        throw e;
                    } finally {
                        over.countDown();
                    }
                    start.start("200 OK", headers(TEXT));
                    return Body.of("whole");
                });

        client.send(
                "POST " + path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nfour");
        client.reset();

        Await.latch(over);
        assertThat(raised.get()).isInstanceOf(IOException.class);
        log.only();
    }
}
