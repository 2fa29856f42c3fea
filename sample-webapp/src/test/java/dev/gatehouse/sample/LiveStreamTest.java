package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveStreamTest {

    private static final String EVENT = "retry: 250\nid: %d\ndata: [-0-9]+T[0-9:.]+Z\n\n";

    @Test
    void sendsNumberedEvents() throws Exception {
        try (LiveStream stream = new LiveStream(Duration.ZERO)) {
            Answer answer = Call.get("/stream", "").to(stream);
            assertThat(answer.header("Content-Type")).contains("text/event-stream");
            assertThat(next(answer.blocks())).matches(EVENT.formatted(1));
            assertThat(next(answer.blocks())).matches(EVENT.formatted(2));
        }
    }

    @Test
    void endsBeforeAStoppingServerLosesPatience() throws Exception {
        try (LiveStream stream = new LiveStream(Duration.ZERO)) {
            assertThat(Call.get("/stream", "").to(stream).text())
                    .contains("id: 12\n")
                    .doesNotContain("id: 13\n");
        }
    }

    @Test
    void goesOnWhereTheClientLeftOff() throws Exception {
        try (LiveStream stream = new LiveStream(Duration.ZERO)) {
            Answer answer = Call.get("/stream", "").header("Last-Event-ID", "12").to(stream);
            assertThat(next(answer.blocks())).matches(EVENT.formatted(13));
            Answer odd = Call.get("/stream", "").header("Last-Event-ID", "-1 OR 1").to(stream);
            assertThat(next(odd.blocks())).matches(EVENT.formatted(1));
        }
    }

    @Test
    void endsWhenItIsUndeployed() throws Exception {
        LiveStream stream = new LiveStream(Duration.ofDays(1));
        Iterator<byte[]> events = Call.get("/stream", "").to(stream).blocks();
        next(events);
        CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(events::hasNext);
        assertThat(more).isNotDone();
        stream.close();
        assertThat(more.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private static String next(Iterator<byte[]> events) {
        assertThat(events.hasNext()).isTrue();
        return new String(events.next(), US_ASCII);
    }
}
