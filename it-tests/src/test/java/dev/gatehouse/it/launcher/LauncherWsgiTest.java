package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse.Head;
import dev.gatehouse.it.support.Await;
import dev.gatehouse.it.support.ProcessTable;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gatehouse.war wsgi}, with a WSGI application in the current directory. */
@Tag("launcher")
class LauncherWsgiTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final int BLOCK = 1 << 16;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

    /** On a busy machine Python itself takes its time. */
    private static final String PATIENT = "--startup-timeout=120s";

    private static final String APPLICATION =
            """
            import os, sys, time

            def application(environ, start_response):
                start_response("200 OK", [("Content-Type", "text/plain")])
                return globals()[environ["PATH_INFO"].strip("/")](environ)

            def make():
                return application

            def about(environ):
                yield f"pid={os.getpid()}\\n".encode()
                yield f"folder={os.getcwd()}\\npath={sys.path[0]}\\n".encode()
                yield f"threads={environ['wsgi.multithread']}\\n".encode()
                yield f"processes={environ['wsgi.multiprocess']}\\n".encode()
                yield f"colour={os.environ.get('COLOUR')}\\n".encode()

            def upload(environ):
                size = 0
                while block := environ["wsgi.input"].read(65536):
                    size += len(block)
                yield str(size).encode()

            def zeros(environ):
                for _ in range(1 << 14):
                    yield bytes(65536)

            def gate(environ):
                yield b"in"
                while not os.path.exists("open"):
                    time.sleep(0.01)
                yield b"out"
            """;

    @TempDir private Path folder;

    private Path python;

    @BeforeEach
    void write() throws Exception {
        python = Requires.present(Programs.named("python3"), "Python, Debian's package python3");
        Files.writeString(folder.resolve("site_app.py"), APPLICATION);
    }

    private Launcher start(String... args) throws Exception {
        return start(List.of(), args);
    }

    private Launcher start(List<String> jvmOptions, String... args) throws Exception {
        return Launcher.start(
                folder,
                jvmOptions,
                Stream.concat(Stream.of("wsgi", PATIENT), Stream.of(args)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site_app",
                "site_app:application",
                "site_app:make()",
                "site_app.py",
                "./site_app.py:make()"
            })
    void runsAnApplicationOfTheCurrentDirectory(String target) throws Exception {
        try (Launcher launcher = start(target)) {
            assertThat(launcher.get("/about"))
                    .contains("\nfolder=" + folder.toRealPath() + "\n")
                    .contains("\npath=" + folder + "\n")
                    .contains("\nthreads=True\nprocesses=False\n");
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void takesTheOptionsOfGunicorn() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(folder.resolve("site_app.py"), elsewhere.resolve("site_app.py"));
        try (Launcher launcher =
                start(
                        "site_app:application",
                        "--processes=2",
                        "--threads=1",
                        "--chdir=elsewhere",
                        "--environment=COLOUR=teal",
                        "--python=" + python)) {
            assertThat(launcher.get("/about"))
                    .contains("\nfolder=" + elsewhere.toRealPath() + "\n")
                    .endsWith("threads=False\nprocesses=True\ncolour=teal\n");
        }
    }

    @Test
    void sendsAsManyHeadersAsTheHeaderBufferHolds() throws Exception {
        Files.writeString(
                folder.resolve("wide.py"),
                """
                def app(environ, start_response):
                    start_response("200 OK", [("X-Wide", "x" * 32_000)])
                    return [b"ok"]
                """);
        try (Launcher launcher = start("wide:app");
                RawClient client = launcher.connect()) {
            Head head = client.send(RawRequest.get("/").bytes()).head();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.values("X-Wide").get(0)).hasSize(32_000);
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void saysWhyAnApplicationDoesNotLoad() throws Exception {
        Files.writeString(folder.resolve("broken.py"), "import not_installed\n");

        Launcher launcher = Launcher.run(folder, "wsgi", PATIENT, "--port=0", "broken:app");

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.out()).isEmpty();
        assertThat(launcher.err())
                .contains("Traceback (most recent call last):", "broken.py\", line 1");
        assertThat(launcher.err().lines().reduce((first, last) -> last).orElseThrow())
                .startsWith("gatehouse: python application \"broken:app\" does not start: ")
                .contains("No module named 'not_installed'; install it for ", "virtualenv");
        assertThat(launcher.temporaryFiles()).isEmptyDirectory();
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        assertThat(Launcher.run(folder, "wsgi", PATIENT, "--port=0", "site_app:app").err())
                .isEqualTo(
                        "gatehouse: python application \"site_app:app\" does not start: site_app"
                                + " has no \"app\"; name the callable after a colon, as in"
                                + " site_app:app\n");
        assertThat(Launcher.run(folder, "wsgi", "site_app", "--python=python9.9").err())
                .isEqualTo(
                        "gatehouse: python \"python9.9\" is not there; install Python 3, or set"
                                + " python or pythonHome\n");
    }

    @Test
    void leavesNothingBehindWhenItIsStopped() throws Exception {
        try (Launcher launcher = start("site_app")) {
            long worker =
                    Long.parseLong(
                            launcher.get("/about").lines().findFirst().orElseThrow().substring(4));
            assertThat(ProcessHandle.of(worker)).isPresent();

            assertThat(launcher.terminate().exitCode()).isEqualTo(143);

            assertThat(ProcessTable.entry(worker)).isEmpty();
            assertThat(launcher.temporaryFiles()).isEmptyDirectory();
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void finishesTheRequestInFlight() throws Exception {
        try (Launcher launcher = start("site_app", "--graceful-timeout=60");
                RawClient client = launcher.connect()) {
            Head head = client.send(RawRequest.get("/gate").bytes()).head();
            assertThat(client.chunk()).isEqualTo("in");
            int port = launcher.port();

            launcher.terminate();
            Await.until("new connections are refused", () -> refuses(port));
            Files.createFile(folder.resolve("open"));

            assertThat(head.status()).isEqualTo(200);
            assertThat(client.chunk()).isEqualTo("out");
            assertThat(client.chunk()).isEmpty();
            assertThat(launcher.exitCode()).isEqualTo(143);
            assertThat(launcher.err()).isEmpty();
            assertThat(launcher.temporaryFiles()).isEmptyDirectory();
        }
    }

    @Test
    void takesAGibibyteInLittleMemory() throws Exception {
        try (Launcher launcher = start(LITTLE_MEMORY, "site_app", "--request-timeout=0");
                RawClient client = launcher.connect()) {
            client.send(
                    RawRequest.of("POST", "/upload")
                            .header("Content-Length", "" + GIBIBYTE)
                            .bytes());
            byte[] block = new byte[BLOCK];
            for (long sent = 0; sent < GIBIBYTE; sent += BLOCK) {
                client.send(block);
            }

            assertThat(client.receive().text()).isEqualTo("" + GIBIBYTE);
        }
    }

    @Test
    void answersAGibibyteInLittleMemory() throws Exception {
        try (Launcher launcher = start(LITTLE_MEMORY, "site_app", "--request-timeout=0");
                RawClient client = launcher.connect()) {
            client.send(RawRequest.get("/zeros").bytes()).head();
            long received = 0;
            for (String chunk = client.chunk(); !chunk.isEmpty(); chunk = client.chunk()) {
                received += chunk.length();
            }
            assertThat(received).isEqualTo(GIBIBYTE);
        }
    }

    private static boolean refuses(int port) throws Exception {
        try {
            RawClient.connect(port).close();
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }
}
