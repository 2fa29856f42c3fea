package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExactBytesTest extends LauncherSuite {

    private static final String UTF_8 = "caf\u00c3\u00a9";

    @Test
    void theEnvironmentIsExactlyTheGivenOne() throws IOException {
        Command command =
                Command.of(Path.of("/bin/cat"), "/proc/self/environ")
                        .withEnvironment(Map.of("QUERY_STRING", "a=1&b=%20 c"));

        assertThat(outputOf(command)).isEqualTo("QUERY_STRING=a=1&b=%20 c\0");
    }

    @Test
    void anEmptyEnvironmentIsEmpty() throws IOException {
        assertThat(outputOf(Command.of(Path.of("/bin/cat"), "/proc/self/environ"))).isEmpty();
    }

    @Test
    void utf8ReachesTheProgramUnchanged() throws IOException {
        Command command =
                Command.of(Path.of("/bin/cat"), "/proc/self/cmdline", "/proc/self/environ", UTF_8)
                        .withEnvironment(Map.of("NAME", UTF_8));

        assertThat(outputOf(command))
                .isEqualTo(
                        "/bin/cat\0/proc/self/cmdline\0/proc/self/environ\0"
                                + UTF_8
                                + "\0NAME="
                                + UTF_8
                                + "\0");
    }

    @Test
    void everyByteReachesTheProgramOrIsRefused() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c <= 0xFF; c++) {
            all.append(c);
        }
        Command argument = shell("printf %s \"$1\"", all.toString());
        Command variable =
                shell("printf %s \"$ALL\"").withEnvironment(Map.of("ALL", all.toString()));

        switch (mechanism) {
            case POSIX_SPAWN -> {
                assertThat(outputOf(argument)).isEqualTo(all.toString());
                assertThat(outputOf(variable)).isEqualTo(all.toString());
            }
            case PROCESS_BUILDER -> {
                assertRefused(argument, "an argument has bytes that are not UTF-8");
                assertRefused(variable, "ALL has bytes that are not UTF-8");
            }
            default -> throw new AssertionError(mechanism);
        }
    }

    private void assertRefused(Command command, String reason) {
        assertThatThrownBy(() -> launcher.launch(command))
                .isInstanceOfSatisfying(
                        LaunchException.class,
                        e -> assertThat(e.failure()).isEqualTo(LaunchFailure.NOT_REPRESENTABLE))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("ABC");
    }
}
