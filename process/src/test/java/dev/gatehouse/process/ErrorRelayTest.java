package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ErrorRelayTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final ErrorRelay relay =
            new ErrorRelay((bytes, dropped) -> heard.add(bytes.length + "-" + dropped), tasks::add);

    @Test
    void silenceTakesNoTask() {
        relay.end();

        assertThat(tasks).isEmpty();
        assertThat(relay.done()).isCompleted();
    }

    @Test
    void oneTaskTellsEverythingThatCameMeanwhile() {
        relay.offer(new byte[10], 3);
        relay.offer(new byte[10], 4);
        relay.end();
        assertThat(relay.done()).isNotDone();
        assertThat(tasks).hasSize(1);

        tasks.remove().run();

        assertThat(heard).containsExactly("7-0");
        assertThat(relay.done()).isCompleted();
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() {
        relay.offer(new byte[65_000], 65_000);
        relay.offer(new byte[1_000], 1_000);
        tasks.remove().run();
        relay.offer(new byte[5], 5);
        tasks.remove().run();

        assertThat(heard).containsExactly("65536-464", "5-0");
    }

    @Test
    void aSinkThatFailsIsAskedNoMore() {
        ErrorRelay failing =
                new ErrorRelay(
                        (bytes, dropped) -> {
                            throw new IllegalStateException("disk full");
                        },
                        tasks::add);
        failing.offer(new byte[1], 1);
        tasks.remove().run();
        failing.offer(new byte[1], 1);

        assertThat(tasks).isEmpty();
        assertThat(failing.done()).isCompletedExceptionally();
    }

    @Test
    void anExecutorThatRefusesEndsTheDrain() {
        ErrorRelay refused =
                new ErrorRelay(
                        (bytes, dropped) -> heard.add("never"),
                        task -> {
                            throw new RejectedExecutionException();
                        });
        refused.offer(new byte[1], 1);

        assertThat(refused.done()).isCompletedExceptionally();
    }
}
