package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Server-sent events, one per second. Each block goes out before the next is asked for, so an
 * iterator that waits is all it takes; when the client goes, the gateway stops asking.
 *
 * <p>A response ends before a server that is told to stop loses its patience; the browser comes
 * back with the number of the last event, and the stream goes on from there.
 */
public final class LiveStream implements Application, AutoCloseable {

    /** How many a response has: fewer than the 15 s that the launcher and tomcat-conf wait. */
    private static final int EVENTS = 12;

    private static final String EVENT = "retry: 250\nid: %d\ndata: %s\n\n";

    private final Duration interval;
    private final CountDownLatch undeployed = new CountDownLatch(1);

    /** For web.xml. */
    public LiveStream() {
        this(Duration.ofSeconds(1));
    }

    LiveStream(Duration interval) {
        this.interval = interval;
    }

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        long last = Environ.header(environ, "Last-Event-ID").map(LiveStream::number).orElse(0L);
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", "text/event-stream"),
                        new Header("Cache-Control", "no-store")));
        return () -> new Events(last);
    }

    /** Ends all streams, so that the web application can go at once. */
    @Override
    public void close() {
        undeployed.countDown();
    }

    private static long number(String id) {
        return id.matches("\\d{1,9}") ? Long.parseLong(id) : 0;
    }

    private final class Events implements Iterator<byte[]> {

        private final long end;
        private long number;

        Events(long last) {
            this.number = last;
            this.end = last + EVENTS;
        }

        /** Waits for the next event, except for the first. */
        @Override
        public boolean hasNext() {
            boolean first = number == end - EVENTS;
            return first || (number < end && !isOver());
        }

        @Override
        public byte[] next() {
            number++;
            return EVENT.formatted(number, Instant.now()).getBytes(US_ASCII);
        }

        private boolean isOver() {
            try {
                return undeployed.await(interval.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
