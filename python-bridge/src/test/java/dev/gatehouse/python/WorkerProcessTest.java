package dev.gatehouse.python;

import static dev.gatehouse.python.support.PythonServer.APPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.PythonServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker process starts with, and what an application finds in environ. */
class WorkerProcessTest {

    @TempDir Path folder;

    @Test
    void isWhatTheSettingsSay() throws Exception {
        Path extra = Files.createDirectory(folder.resolve("extra"));
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.writeString(extra.resolve("more.pth"), linked + "\n");
        try (PythonServer server =
                PythonServer.start(
                        "pythonPath=" + extra,
                        "environment.FLAVOUR=sweet \u00e9",
                        "umask=0027",
                        "nice=3",
                        "switchInterval=20ms",
                        "locale=C.UTF-8",
                        "commandPrefix=env \"PREFIX=two words\"")) {
            String process = server.text("/process_json");

            assertThat(process)
                    .contains("\"cwd\": \"" + APPS + "\"")
                    .contains("\"path\": [\"" + APPS + "\", \"" + extra + "\", \"" + linked + "\"")
                    .contains("\"FLAVOUR\": \"sweet \\u00e9\"")
                    .contains("\"LC_ALL\": \"C.UTF-8\"")
                    .contains("\"PREFIX\": \"two words\"")
                    .contains("\"umask\": \"0o27\"")
                    .contains("\"nice\": " + (niceOfThisJvm() + 3) + ",")
                    .contains("\"switchInterval\": 0.02")
                    .contains("\"argv\": [\"gatehouse\"]")
                    .contains("\"stdin\": \"/dev/null\"")
                    .doesNotContain("/gatehouse-")
                    .doesNotContain("JAVA_HOME");
        }
    }

    @Test
    void isThatOfAVirtualenv() throws Exception {
        Process make =
                new ProcessBuilder("python3", "-m", "venv", "--without-pip", folder + "/venv")
                        .inheritIO()
                        .start();
        assertThat(make.waitFor()).isZero();
        try (PythonServer server = PythonServer.start("pythonHome=" + folder + "/venv")) {
            assertThat(server.text("/process_json"))
                    .contains("\"prefix\": \"" + folder + "/venv\"");
        }
    }

    /** W1, W2, W4, W8, W10. */
    @Test
    void environIsADictOfNativeStrings() throws Exception {
        try (PythonServer server = PythonServer.start("environ.site.name=mine")) {
            HttpResponse<String> response = server.get("/environ_json?a=%20b");

            assertThat(response.body())
                    .contains("\"type\": \"dict\"")
                    .contains("\"REQUEST_METHOD\": \"GET\"")
                    .contains("\"PATH_INFO\": \"/environ_json\"")
                    .contains("\"QUERY_STRING\": \"a=%20b\"")
                    .contains("\"SERVER_PROTOCOL\": \"HTTP/1.1\"")
                    .contains("\"wsgi.url_scheme\": \"http\"")
                    .contains("\"wsgi.multithread\": true")
                    .contains("\"wsgi.multiprocess\": false")
                    .contains("\"wsgi.run_once\": false")
                    .contains("\"site.name\": \"mine\"")
                    .doesNotContain("REMOTE_USER");
        }
    }

    /** PEP 3333, as wsgiref.validate sees it from within. */
    @Test
    void theContractHoldsForTheValidator() throws Exception {
        try (PythonServer server = PythonServer.start("application=python:site_app:validated")) {
            assertThat(server.text("/hello")).startsWith("Hello");
            assertThat(server.get("/big?3").body()).hasSize(3 * 65_536);
        }
    }

    /** Field 19 of proc(5) stat; the name in the second may hold blanks. */
    private static int niceOfThisJvm() throws Exception {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
