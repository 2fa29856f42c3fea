package dev.gatehouse.launcher.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
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

    @Test
    void interruptsWhatItsExecutorDoesNot() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        RequestThreads threads = new RequestThreads(new Gentle());
        threads.execute(
                () -> {
                    running.countDown();
                    try {
                        SECONDS.sleep(60);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });
        await(running);

        threads.close();

        await(interrupted);
    }

    /** As Tomcat's executor of virtual threads, which leaves them alone. */
    private static final class Gentle extends ThreadPoolExecutor {

        Gentle() {
            super(1, 1, 0, SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
