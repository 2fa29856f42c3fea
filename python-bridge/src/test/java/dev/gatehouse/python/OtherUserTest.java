package dev.gatehouse.python;

import static dev.gatehouse.python.support.PythonServer.APPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import dev.gatehouse.python.support.Requires;
import dev.gatehouse.python.support.War;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers whose command prefix makes them another user than the JVM. */
class OtherUserTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String NOBODY = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    private static final String SOMEBODY = "setpriv --reuid=1 --regid=1 --clear-groups";

    private static final String CONNECT =
            """
            import glob, socket, sys
            try:
                socket.socket(socket.AF_UNIX).connect(sys.argv[1])
                print("connected")
            except OSError as error:
                print(type(error).__name__, glob.glob(sys.argv[1].rpartition("/")[0] + "/*"))
            """;

    private final String before = System.getProperty("java.io.tmpdir");

    @TempDir Path folder;

    @BeforeEach
    void openTheFolder() throws Exception {
        Requires.success("setpriv run by root, and " + PYTHON, command(NOBODY, PYTHON, "-c", ""));
        System.setProperty("java.io.tmpdir", folder.toString());
        open(folder);
        Path apps = Files.createDirectory(folder.resolve("apps"));
        open(apps);
        open(Files.copy(APPS.resolve("site_app.py"), apps.resolve("site_app.py")));
    }

    @AfterEach
    void useTheCommonFolder() {
        System.setProperty("java.io.tmpdir", before);
    }

    @Test
    void answerRequestsOfEveryKind() throws Exception {
        try (PythonServer server = start(NOBODY)) {
            assertThat(server.text("/process_json"))
                    .contains("\"uid\": 65534")
                    .contains("\"HOME\": \"/nonexistent\"")
                    .contains("\"USER\": \"nobody\"");
            HttpResponse<byte[]> response =
                    server.post("/echo", BodyPublishers.ofByteArray(new byte[1_000_000]));
            assertThat(response.body()).hasSize(1_000_000);
            assertThat(server.text("/sends_a_file?100000")).hasSize(100_000);
        }
        assertThat(folder.toFile().list()).containsExactly("apps");
    }

    @Test
    void readWhatWasCopiedForThem() throws Exception {
        Path war =
                War.of("python:main")
                        .set("commandPrefix", NOBODY)
                        .set("python", PYTHON)
                        .with(
                                "WEB-INF/python/main.py",
                                """
                                import os, bundled
                                def application(environ, start_response):
                                    start_response("200 OK", [("Content-Type", "text/plain")])
                                    return [f"{os.getuid()} {bundled.WORD}".encode()]
                                """)
                        .withWheel(
                                "WEB-INF/wheels/bundled-1-py3-none-any.whl",
                                "bundled.py",
                                "WORD = 'wheel'\n")
                        .write(folder.resolve("app.war"));

        try (PythonServer server = PythonServer.packed(war)) {
            assertThat(server.text("/")).isEqualTo("65534 wheel");
            assertThat(output(SOMEBODY, "find", folder.toString())).doesNotContain("main.py");
        }
    }

    @Test
    void leaveTheirStacksWhenTheyAreStuck() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer server = start(NOBODY, "deadlockTimeout=2s")) {
            assertThat(server.get("/holds_the_lock").statusCode()).isEqualTo(504);
            assertThat(log.await("was stuck here:")).contains("in holds_the_lock");
            assertThat(server.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void cannotHaveUsOpenWhatTheyMayNot() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "for our eyes only");
        try (PythonServer server = start(NOBODY)) {
            assertThat(server.text("/sends_by_path_descriptor?" + secret)).isEqualTo("refused");
        }
        try (PythonServer server = start("env")) {
            assertThat(server.text("/sends_by_path_descriptor?" + secret))
                    .isEqualTo("for our eyes only");
        }
    }

    @Test
    void areTheOnlyOnesWhoCanConnect() throws Exception {
        try (PythonServer server = start(NOBODY)) {
            assertThat(server.text("/hello")).startsWith("Hello");
            assertThat(connect(NOBODY)).startsWith("connected");
            assertThat(connect(SOMEBODY)).startsWith("PermissionError []");
            assertThat(server.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void ofTheSameUserAreOutOfReachForOthers() throws Exception {
        try (PythonServer server = start("env")) {
            assertThat(server.text("/hello")).startsWith("Hello");
            assertThat(connect(SOMEBODY)).startsWith("PermissionError []");
            assertThat(server.text("/hello")).startsWith("Hello");
        }
    }

    @Test
    void thatMayNotReadTheirFolderFailTheDeployment() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        assertThat(
                        PythonServer.failure(
                                "application=python:site_app:app",
                                "chdir=" + closed,
                                "python=" + PYTHON,
                                "commandPrefix=" + NOBODY))
                .endsWith(
                        "PermissionError: Permission denied: %s; let the workers' user (uid 65534)"
                                        .formatted(closed)
                                + " into this folder and those above it, or set chdir"
                                + " (servlet \"site\")");
    }

    @Test
    void thatDoNotExistFailTheDeployment() throws Exception {
        assertThat(
                        PythonServer.failure(
                                "application=python:site_app:app",
                                "python=" + PYTHON,
                                "commandPrefix=setpriv --reuid=no-such-user"))
                .contains("commandPrefix does not run Python: setpriv: ")
                .contains("no-such-user");
    }

    private PythonServer start(String prefix, String... parameters) throws Exception {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(
                List.of(
                        "application=python:site_app:app",
                        "chdir=" + folder.resolve("apps"),
                        "python=" + PYTHON,
                        "commandPrefix=" + prefix));
        return PythonServer.bare(all.toArray(String[]::new));
    }

    /** What becomes of a connection to the socket of the pool, made by some user. */
    private String connect(String prefix) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            Path socket =
                    files.filter(file -> file.getFileName().toString().startsWith("socket-"))
                            .findFirst()
                            .orElseThrow();
            return output(prefix, PYTHON, "-c", CONNECT, socket.toString());
        }
    }

    private static String output(String prefix, String... rest) throws Exception {
        Process process =
                new ProcessBuilder(command(prefix, rest)).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String[] command(String prefix, String... rest) {
        return Stream.concat(Stream.of(prefix.split(" ")), Stream.of(rest)).toArray(String[]::new);
    }

    private static void open(Path path) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
