package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Interpreters;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Python half has a test suite of its own; it runs on every CPython that can be found. */
class PythonHalfTest {

    @BeforeAll
    static void findPython() throws Exception {
        Interpreters.require();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.python.support.Interpreters#all")
    void passesItsOwnTests(String python) throws Exception {
        ProcessBuilder tests =
                new ProcessBuilder(
                                python, "-B", "-m", "unittest", "discover", "-s", "src/test/python")
                        .redirectErrorStream(true);
        tests.environment().put("PYTHONPATH", "src/main/python");
        Process process = tests.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Ran [1-9][0-9]+ tests").contains("OK");
    }
}
