package dev.gatehouse.servlet;

import static dev.gatehouse.servlet.Apps.bytes;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.Write;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the container is told, and in which order. */
class ResponseOrderTest {

    private static final String TEXT_500 = "write 500 Internal Server Error\n";

    @Test
    @DisplayName("W29 each block is flushed before the next is asked for")
    void blocksAreFlushed() throws Exception {
        Exchange exchange = Exchange.get("/");
        exchange.answeredBy(
                (environ, startResponse) -> {
                    startResponse.start("200 OK", List.of());
                    return () -> logging(bytes("a", "b").iterator(), exchange);
                });

        assertThat(exchange.events)
                .containsExactly(
                        "next", "status 200", "write a", "flush", "next", "write b", "flush");
    }

    @Test
    @DisplayName("W26 an empty block does not send the headers")
    void emptyBlock() throws Exception {
        Exchange exchange = Exchange.get("/");
        exchange.answeredBy(
                (environ, startResponse) -> {
                    startResponse.start("200 OK", List.of());
                    Iterator<byte[]> blocks = bytes("", "", "b").iterator();
                    return () -> logging(blocks, exchange);
                });

        assertThat(exchange.events)
                .containsExactly("next", "next", "next", "status 200", "write b", "flush");
    }

    @Test
    @DisplayName("W30 what is written precedes what is returned, and is flushed")
    void write() throws Exception {
        Application writing =
                (environ, startResponse) -> {
                    Write write = startResponse.start("200 OK", List.of());
                    write.write("a".getBytes(US_ASCII));
                    return bytes("b");
                };

        assertThat(Exchange.get("/").answeredBy(writing).events)
                .containsExactly("status 200", "write a", "flush", "write b", "flush");
    }

    @Test
    @DisplayName("W25 an error replaces status and headers as long as nothing was sent")
    void errorReplaces() throws Exception {
        Application replacing =
                (environ, startResponse) -> {
                    startResponse.start("200 OK", List.of(new Header("X-Before", "1")));
                    startResponse.start(
                            "503 Busy", List.of(new Header("X-After", "1")), new Exception());
                    return bytes("b");
                };

        assertThat(Exchange.get("/").answeredBy(replacing).events)
                .containsExactly("status 503", "header X-After: 1", "length 1", "write b");
    }

    @Test
    @DisplayName("W25 after the first byte an error is raised again, and breaks the connection")
    void errorTooLate() throws Exception {
        Exception own = new Exception("own");
        AtomicReference<Throwable> raised = new AtomicReference<>();
        Exchange exchange = Exchange.get("/");
        Application late =
                (environ, startResponse) -> {
                    startResponse.start("200 OK", List.of()).write("a".getBytes(US_ASCII));
                    try {
                        startResponse.start("500 Oops", List.of(), own);
                    } catch (Exception e) {
                        raised.set(e);
                        throw e;
                    }
                    return bytes("b");
                };

        assertThatThrownBy(() -> exchange.answeredBy(late)).isInstanceOf(IOException.class);
        assertThat(raised.get()).isSameAs(own);
        assertThat(exchange.events).containsExactly("status 200", "write a", "flush");
    }

    @Test
    @DisplayName("W24 a second call without an error is refused, also after a failed first one")
    void twice() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        Application twice =
                (environ, startResponse) -> {
                    try {
                        startResponse.start("200OK", List.of());
                    } catch (ContractException e) {
                        refused.incrementAndGet();
                    }
                    try {
                        startResponse.start("200 OK", List.of());
                    } catch (ContractException e) {
                        refused.incrementAndGet();
                    }
                    return bytes("b");
                };

        assertThat(Exchange.get("/").answeredBy(twice).events).contains("status 500", TEXT_500);
        assertThat(refused).hasValue(2);
    }

    @Test
    @DisplayName("W20 W31 no start_response, null as body, block or iterator: 500")
    void broken() throws Exception {
        List<Application> broken =
                List.of(
                        (environ, startResponse) -> bytes("a"),
                        (environ, startResponse) -> List.of(),
                        (environ, startResponse) -> null,
                        (environ, startResponse) -> {
                            startResponse.start("200 OK", List.of());
                            return java.util.Collections.singletonList(null);
                        },
                        (environ, startResponse) -> {
                            startResponse.start("200 OK", List.of());
                            return () -> null;
                        },
                        (environ, startResponse) -> {
                            throw new StackOverflowError();
                        });
        for (Application application : broken) {
            assertThat(Exchange.get("/").answeredBy(application).events)
                    .containsExactly("status 500", "type text/plain", "length 26", TEXT_500);
        }
    }

    @Test
    void aClientThatWentAwayIsNoFailure() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        Exchange exchange = Exchange.get("/").clientGone();

        exchange.answeredBy(
                (environ, startResponse) -> {
                    startResponse.start("200 OK", List.of());
                    return new ClosingBody(bytes("a", "b"), closed::incrementAndGet);
                });

        assertThat(exchange.events).containsExactly("status 200");
        assertThat(closed).hasValue(1);
    }

    @Test
    void nothingOfTheRequestIsReachableAfterItsEnd() throws Exception {
        AtomicReference<Write> kept = new AtomicReference<>();
        Exchange exchange = Exchange.get("/");
        exchange.answeredBy(
                (environ, startResponse) -> {
                    kept.set(startResponse.start("200 OK", List.of()));
                    return bytes("a");
                });
        List<String> before = List.copyOf(exchange.events);

        assertThatThrownBy(() -> kept.get().write(new byte[1]))
                .isInstanceOf(ContractException.class);
        assertThat(exchange.events).isEqualTo(before);
    }

    @Test
    void errorPagesOfTheContainerAreAskedForOnRequest() throws Exception {
        assertThat(
                        Exchange.get("/")
                                .answeredBy(
                                        (environ, startResponse) -> null,
                                        java.util.Map.of("errorPages", "true"))
                                .events)
                .containsExactly("error 500");
    }

    private static Iterator<byte[]> logging(Iterator<byte[]> blocks, Exchange exchange) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return blocks.hasNext();
            }

            @Override
            public byte[] next() {
                exchange.events.add("next");
                return blocks.next();
            }
        };
    }

    private record ClosingBody(List<byte[]> blocks, Runnable onClose)
            implements Iterable<byte[]>, AutoCloseable {

        @Override
        public Iterator<byte[]> iterator() {
            return blocks.iterator();
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
