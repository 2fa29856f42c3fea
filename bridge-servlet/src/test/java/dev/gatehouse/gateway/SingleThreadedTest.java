package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W41")
class SingleThreadedTest {

    @Test
    void thePlaceIsHeldUntilTheBodyIsClosed() throws Exception {
        CountDownLatch called = new CountDownLatch(2);
        Application counting =
                new SingleThreaded()
                        .wrap(
                                (environ, start) -> {
                                    called.countDown();
                                    return List.of();
                                });
        AutoCloseable first = (AutoCloseable) counting.call(Map.of(), null);
        CompletableFuture<Object> second =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return counting.call(Map.of(), null);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });

        assertThat(called.await(50, TimeUnit.MILLISECONDS)).isFalse();
        first.close();
        assertThat(second.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void anApplicationThatRaisesGivesThePlaceBack() {
        AtomicInteger calls = new AtomicInteger();
        Application raising =
                new SingleThreaded()
                        .wrap(
                                (environ, start) -> {
                                    throw new IllegalStateException("" + calls.incrementAndGet());
                                });

        assertThatThrownBy(() -> raising.call(Map.of(), null)).hasMessage("1");
        assertThatThrownBy(() -> raising.call(Map.of(), null)).hasMessage("2");
    }
}
