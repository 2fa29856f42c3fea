package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("launcher")
class LauncherFailureTest {

    private static final int USAGE = 2;

    @TempDir private Path folder;

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Launcher launcher = Launcher.run(folder, "--port", "" + taken.getLocalPort());

            assertFailure(
                    launcher,
                    1,
                    "cannot listen on 127.0.0.1 port "
                            + taken.getLocalPort()
                            + ": Address already in use; try another --port, or 0 for a free one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "nobody.invalid"})
    void saysThatThereIsNoSuchAddressHere(String host) throws Exception {
        Launcher launcher = Launcher.run(folder, "--host", host, "--port", "0");

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.err())
                .startsWith("gatehouse: cannot listen on " + host + " port 0: ")
                .endsWith("; --host must be an address of this machine\n")
                .hasLineCount(1);
    }

    @Test
    void saysThatAFileIsNoJar() throws Exception {
        Path source = Files.writeString(folder.resolve("Hello.java"), "class Hello {}");

        Launcher launcher =
                Launcher.run(
                        folder, "app", "Hello", "--classpath", source.toString(), "--port", "0");

        assertThat(launcher.exitCode()).isEqualTo(USAGE);
        assertThat(launcher.err()).contains("neither a folder nor a jar file: " + source);
    }

    @Test
    void saysThatThereIsNoSuchClass() throws Exception {
        Launcher launcher = Launcher.run(folder, "app", "com.example.Missing", "--port", "0");

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.err())
                .startsWith(
                        "gatehouse: application \"com.example.Missing\": there is no class"
                                + " com.example.Missing; put it into ")
                .contains("--classpath")
                .doesNotContain("WEB-INF")
                .hasLineCount(1);
        assertThat(launcher.out()).isEmpty();
        assertThat(launcher.temporaryFiles()).isEmptyDirectory();
    }

    @Test
    void printsTheStackTraceOfAnApplicationThatFails() throws Exception {
        String failing = "dev.gatehouse.it.launcher.app.Failing";
        String classes = Launcher.testClasses().toString();

        Launcher launcher =
                Launcher.run(folder, "app", failing, "--classpath", classes, "--port", "0");

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.err())
                .containsOnlyOnce("\njava.lang.IllegalStateException: no database\n")
                .containsOnlyOnce("\tat " + failing + ".<init>(Failing.java:")
                .containsOnlyOnce("\nCaused by: java.lang.IllegalArgumentException: no URL\n")
                .doesNotContain("DeploymentException")
                .endsWith(
                        "\ngatehouse: application \"%s\": failed: %s\n"
                                .formatted(
                                        failing, "java.lang.IllegalStateException: no database"));
        assertThat(launcher.out()).isEmpty();
        assertThat(launcher.temporaryFiles()).isEmptyDirectory();
    }

    @Test
    void saysThatASettingIsMalformed() throws Exception {
        Launcher launcher = Launcher.run(folder, "--port", "0", "--max-body-size", "plenty");

        assertThat(launcher.exitCode()).isEqualTo(USAGE);
        assertThat(launcher.err())
                .startsWith("gatehouse: Invalid value for option '--max-body-size'")
                .contains("must be a number of bytes such as ", "was \"plenty\"")
                .hasLineCount(1);
    }

    @Test
    void saysThatThereIsNoSuchOption() throws Exception {
        assertFailure(
                Launcher.run(folder, "--prot=1"), USAGE, "Unknown option: '--prot=1' (see --help)");
    }

    @Test
    void saysThatTheAccessLogCannotBeWritten() throws Exception {
        Path log = folder.resolve("missing").resolve("log");

        assertFailure(
                Launcher.run(folder, "--access-log", log.toString()),
                1,
                "cannot write the access log: " + log + " (No such file or directory)");
    }

    private static void assertFailure(Launcher launcher, int exitCode, String message)
            throws Exception {
        assertThat(launcher.err()).isEqualTo("gatehouse: " + message + "\n");
        assertThat(launcher.out()).isEmpty();
        assertThat(launcher.exitCode()).isEqualTo(exitCode);
        assertThat(launcher.temporaryFiles()).isEmptyDirectory();
    }
}
