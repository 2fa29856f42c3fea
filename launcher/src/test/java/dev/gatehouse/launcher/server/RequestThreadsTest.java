package dev.gatehouse.launcher.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

    @Test
    void countsTheRequestsThatWaitForAThread() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        try (RequestThreads threads = RequestThreads.platform(1)) {
            threads.execute(
                    () -> {
                        running.countDown();
                        await(end);
                        ended.countDown();
                    });
            threads.execute(ended::countDown);

            await(running);
            assertThat(threads.requests()).isEqualTo(2);

            end.countDown();
            await(ended);
        }
    }

    @Test
    void forgetsARequestThatComesTooLate() {
        RequestThreads threads = RequestThreads.platform(1);
        threads.close();

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> threads.execute(() -> {}));
        assertThat(threads.requests()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
