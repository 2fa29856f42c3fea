package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptRootTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "scriptRoot,relative/path",
        "scriptRoot,/no/such/directory",
        "cgiPathPrefix,WEB-INF/nothing",
        "documentRoot,/no/such/directory",
        "executable,nosuchprogram",
        "interpreter.py,nosuchprogram",
        "interpreter..py,nosuchprogram",
        "scriptLog,/no/such/directory/log",
        "scriptLog,/etc/passwd/log",
        "scriptLog,/"
    })
    @DisplayName("what is not there fails the deployment, with a message that names it")
    void wrong(String name, String value) {
        Settings settings = CgiSettings.TABLE.read(Map.of(name, value), "a test");

        assertThatThrownBy(
                        () ->
                                new CgiApplicationFactory()
                                        .create("", settings, new EmptyContext(folder)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageStartingWith(name.replace("..", ".") + " must ")
                .hasMessageContaining('"' + value + '"');
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("two script roots are one too many")
    void ambiguous() {
        Settings settings =
                CgiSettings.TABLE.read(
                        Map.of("scriptRoot", "/", "cgiPathPrefix", "WEB-INF/cgi"), "a test");

        assertThatThrownBy(
                        () ->
                                new CgiApplicationFactory()
                                        .create("", settings, new EmptyContext(folder)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("two script roots");
    }

    /** A web application whose only folder is its root. */
    private record EmptyContext(Path temporaryFolder) implements DeploymentContext {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public ClassLoader classLoader() {
            return getClass().getClassLoader();
        }

        @Override
        public Optional<Path> realPath(String resource) {
            return resource.equals("/") ? Optional.of(temporaryFolder) : Optional.empty();
        }

        @Override
        public Set<String> resources(String folder) {
            return Set.of();
        }

        @Override
        public Optional<URL> resource(String resource) {
            return Optional.empty();
        }
    }
}
