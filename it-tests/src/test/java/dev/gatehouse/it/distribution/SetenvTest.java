package dev.gatehouse.it.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Scheduling;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code tomcat-conf/bin/setenv.sh}, as catalina.sh takes it in. */
@Tag("distribution")
class SetenvTest {

    private static final String SOURCE =
            ". " + Artifacts.root().resolve("tomcat-conf/bin/setenv.sh");

    @Test
    @DisplayName("Tomcat runs under SCHED_BATCH, with all that it starts")
    void batch() throws Exception {
        assertThat(policiesAfter(SOURCE)).containsExactly(Scheduling.BATCH);
    }

    @Test
    @DisplayName("a policy that was chosen before is kept")
    void chosen() throws Exception {
        assertThat(policiesAfter("chrt --idle --pid 0 $$; " + SOURCE))
                .containsExactly("SCHED_IDLE");
    }

    private static Set<String> policiesAfter(String script) throws Exception {
        return Scheduling.told(
                Program.of("sh", "-c", script + "; " + Scheduling.chrt() + " --pid $$").run());
    }
}
