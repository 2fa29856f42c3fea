package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of stderr. */
class StderrTest extends FailureTest {

    StderrTest() {
        super(Map.of());
    }

    @Test
    @DisplayName("section 5: a flood on stderr holds nobody up, and is logged in part (T16)")
    void stderrFlood() throws Exception {
        site.script(
                "flood",
                "#!/bin/sh",
                "head -c 3000000 /dev/zero | tr '\\0' e >&2",
                "printf 'Content-Type: x/y\\n\\nok'");

        assertThat(site.get("/cgi-bin/flood").text()).isEqualTo("ok");
        Await.until("the rest is counted", () -> log.text().contains("stderrRate"));
        assertThat(log.text().length()).isLessThan(100_000);
    }

    @Test
    @DisplayName("stderr is logged, without control characters")
    void stderr() throws Exception {
        site.script(
                "warns",
                "#!/bin/sh",
                "printf 'one\\ntwo \\033[31mred\\n' >&2",
                "printf 'Content-Type: x/y\\n\\nok'");

        assertThat(site.get("/cgi-bin/warns").text()).isEqualTo("ok");
        Await.until("both lines are logged", () -> log.text().contains("two ?[31mred"));
        assertThat(log.text()).contains("warns: one");
    }
}
