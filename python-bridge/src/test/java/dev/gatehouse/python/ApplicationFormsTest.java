package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to name a Python application. */
class ApplicationFormsTest {

    private static final String HELLO =
            """
            def %s(environ, start_response):
                start_response('200 OK', [('Content-Type', 'text/plain')])
                return [__name__.encode()]
            """;

    @TempDir Path folder;

    @Test
    void aModule() throws Exception {
        Files.writeString(folder.resolve("mine.py"), HELLO.formatted("application"));

        assertThat(answerOf("python:mine")).isEqualTo("mine");
    }

    @Test
    void aModuleInAPackageWithACallable() throws Exception {
        Files.createDirectory(folder.resolve("site1"));
        Files.writeString(folder.resolve("site1/wsgi.py"), HELLO.formatted("app"));

        assertThat(answerOf("python:site1.wsgi:app")).isEqualTo("site1.wsgi");
    }

    @Test
    void aFactory() throws Exception {
        Files.writeString(
                folder.resolve("made.py"),
                HELLO.formatted("inner") + "def make():\n    return inner\n");

        assertThat(answerOf("python:made:make()")).isEqualTo("made");
    }

    @Test
    void anAttributeOfAnObject() throws Exception {
        Files.writeString(
                folder.resolve("nested.py"),
                "class Site:\n    @staticmethod\n"
                        + HELLO.formatted("app").indent(4)
                        + "site = Site()\n");

        assertThat(answerOf("python:nested:site.app")).isEqualTo("nested");
    }

    @Test
    void aScriptOfAnyName() throws Exception {
        Path script = folder.resolve("my-site.wsgi");
        Files.writeString(script, "import beside\n" + HELLO.formatted("application"));
        Files.writeString(folder.resolve("beside.py"), "");

        assertThat(answer("application=python:" + script)).startsWith("_gatehouse_");
    }

    @Test
    void aScriptWithACallable() throws Exception {
        Path script = folder.resolve("main.py");
        Files.writeString(script, HELLO.formatted("site"));

        assertThat(answer("application=python:" + script + ":site")).startsWith("_gatehouse_");
    }

    private String answerOf(String application) throws Exception {
        return answer("application=" + application, "chdir=" + folder);
    }

    private String answer(String... parameters) throws Exception {
        try (PythonServer server = PythonServer.bare(parameters)) {
            return server.text("/");
        }
    }
}
