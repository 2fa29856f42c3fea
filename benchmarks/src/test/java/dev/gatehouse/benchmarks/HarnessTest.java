package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The harness is in Python, and has a test suite of its own. */
class HarnessTest {

    private static final boolean ALL = "all".equals(System.getProperty("gatehouse.require"));

    @Test
    void passesItsOwnTests() throws Exception {
        assumeTrue(ALL || isPythonThere(), "not there: python3");
        Process tests =
                new ProcessBuilder("python3", "-B", "-m", "unittest")
                        .redirectErrorStream(true)
                        .start();
        tests.getOutputStream().close();
        String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Ran [1-9][0-9]+ tests").contains("OK");
    }

    private static boolean isPythonThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }
}
