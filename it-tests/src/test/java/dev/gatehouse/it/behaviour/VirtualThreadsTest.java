package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That this run tests what it says: the whole suite runs once on each kind of thread. */
class VirtualThreadsTest extends BehaviourTest {

    @Test
    @DisplayName("applications run on the kind of thread that this run is about")
    void kindOfThread() throws Exception {
        boolean virtual = System.getProperty("gatehouse.threads").equals("virtual");

        String thread =
                answer(
                                (environ, start) -> {
                                    start.start("200 OK", headers());
                                    return block(Thread.currentThread().toString());
                                })
                        .text();

        assertThat(thread.startsWith("VirtualThread[")).isEqualTo(virtual);
    }
}
