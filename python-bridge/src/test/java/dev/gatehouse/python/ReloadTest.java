package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Interpreters;
import dev.gatehouse.python.support.Load;
import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version takes the place of the old one without losing a request. */
class ReloadTest {

    @TempDir Path folder;
    private Path script;
    private int touches;

    @BeforeEach
    void writeFirstVersion() throws Exception {
        script = folder.resolve("site.wsgi");
        write(script, version("one"));
    }

    @Test
    void whenTheScriptIsTouched() throws Exception {
        try (PythonServer server = PythonServer.bare("application=python:" + script)) {
            assertThat(server.text("/")).isEqualTo("one");

            write(script, version("two"));

            Await.until("the new version", () -> server.text("/").equals("two"));
        }
    }

    @Test
    void whenAListedPathIsTouched() throws Exception {
        Path trigger = folder.resolve("restart.txt");
        try (PythonServer server =
                PythonServer.bare("application=python:" + script, "reloadPaths=" + trigger)) {
            List<Long> before = server.pids();

            Files.createFile(trigger);

            Await.until("a new process", () -> isOther(server, before));
        }
    }

    @Test
    void whenTheSourceOfAnyModuleChanges() throws Exception {
        write(folder.resolve("site1.py"), "from parts import answer\n" + version("' + answer + '"));
        write(folder.resolve("parts.py"), "answer = 'one'\n");
        try (PythonServer server =
                PythonServer.bare("application=python:site1", "chdir=" + folder, "reload=true")) {
            assertThat(server.text("/")).isEqualTo("one");

            write(folder.resolve("parts.py"), "answer = 'two'\n");

            Await.until("the new version", () -> server.text("/").equals("two"));
        }
    }

    @Test
    void notIfTheNewVersionDoesNotLoad() throws Exception {
        try (PythonServer server =
                        PythonServer.bare("application=python:" + script, "processes=2");
                LogRecords log = new LogRecords()) {
            List<Long> before = server.pids();

            write(script, "def application(:\n");

            assertThat(log.await("SyntaxError")).startsWith("SEVERE").contains("go on serving");
            assertThat(server.text("/")).isEqualTo("one");
            assertThat(server.pids()).containsAll(before);

            write(script, version("three"));

            Await.until("the mended version", () -> server.text("/").equals("three"));
        }
    }

    @Test
    void aLittleLaterIfTheDiskIsFull() throws Exception {
        try (PythonServer server = PythonServer.bare("application=python:" + script);
                LogRecords log = new LogRecords()) {
            // Stands in the way of the second worker's scoreboard, and of no other's.
            Path obstacle = Files.createFile(sharedFolder(server).resolve("board-2"));

            write(script, version("two"));

            assertThat(log.await("does not start: cannot make the files of a worker"))
                    .startsWith("SEVERE")
                    .contains(obstacle.toString(), "go on serving", "next start in 1 s");
            assertThat(server.text("/")).isEqualTo("one");
            Await.until("the new version", () -> server.text("/").equals("two"));
        }
    }

    @Test
    void aLittleLaterIfTheInterpreterIsAway() throws Exception {
        Path interpreter = Path.of(Interpreters.all().iterator().next());
        Path python = Files.createSymbolicLink(folder.resolve("python"), interpreter);
        try (PythonServer server =
                        PythonServer.bare("application=python:" + script, "python=" + python);
                LogRecords log = new LogRecords()) {
            Path away = Files.move(python, folder.resolve("away"));

            write(script, version("two"));

            assertThat(log.await("check python and pythonHome"))
                    .startsWith("SEVERE")
                    .contains(python.toString(), "go on serving", "next start in 1 s");
            assertThat(server.text("/")).isEqualTo("one");

            Files.move(away, python);

            Await.until("the new version", () -> server.text("/").equals("two"));
        }
    }

    @Test
    void underLoad() throws Exception {
        try (PythonServer server =
                        PythonServer.bare(
                                "application=python:" + script, "processes=2", "threads=2");
                Load load = Load.start(server, 4, "/", "one")) {
            for (int i = 0; i < 4; i++) {
                List<Long> before = server.pids();
                write(script, version("one"));
                Await.until("new processes", () -> isOther(server, before));
            }

            assertThat(load.outcomes().keySet()).containsExactly("200");
        }
    }

    private static String version(String answer) {
        return """
            def application(environ, start_response):
                start_response('200 OK', [('Content-Type', 'text/plain')])
                return [('%s').encode()]
            """
                .formatted(answer);
    }

    /** Each with a time of its own, however coarse the clock of the file system is. */
    private void write(Path file, String content) throws Exception {
        Path draft = Files.writeString(folder.resolve("draft"), content);
        touches++;
        Files.setLastModifiedTime(draft, FileTime.fromMillis(1_700_000_000_000L + touches * 5000L));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The folder in which the worker's part of Gatehouse lies. */
    private static Path sharedFolder(PythonServer server) {
        ProcessHandle worker = ProcessHandle.of(server.pids().get(0)).orElseThrow();
        Path main =
                Stream.of(worker.info().arguments().orElseThrow())
                        .filter(each -> each.endsWith("__main__.py"))
                        .map(Path::of)
                        .findFirst()
                        .orElseThrow();
        return main.getParent().getParent().getParent();
    }

    private static boolean isOther(PythonServer server, List<Long> before) {
        List<Long> now = server.pids();
        return now.size() == before.size() && now.stream().noneMatch(before::contains);
    }
}
