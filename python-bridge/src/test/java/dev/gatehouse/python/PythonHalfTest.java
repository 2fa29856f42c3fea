package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Python half has a test suite of its own; it runs on every CPython that can be found. */
class PythonHalfTest {

    private static final Path VERSIONS =
            Path.of(System.getProperty("user.home"), ".pyenv/versions");

    static List<String> interpreters() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return List.of("python3");
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            List<String> found =
                    versions.filter(
                                    each ->
                                            each.getFileName()
                                                    .toString()
                                                    .matches("3\\.([89]|1\\d).*"))
                            .map(each -> each.resolve("bin/python3"))
                            .filter(Files::isExecutable)
                            .map(Path::toString)
                            .sorted()
                            .toList();
            return found.isEmpty() ? List.of("python3") : found;
        }
    }

    @ParameterizedTest
    @MethodSource("interpreters")
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
        assertThat(output).contains("OK");
    }
}
