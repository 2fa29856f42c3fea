package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.support.ProcessTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatehouse.war cgi}, with a directory of shell scripts. */
@Tag("launcher")
class LauncherCgiTest {

    @TempDir private Path folder;

    private void script(String name, String permissions, String text) throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.setPosixFilePermissions(
                Files.writeString(scripts.resolve(name), text),
                PosixFilePermissions.fromString(permissions));
    }

    @Test
    void runsTheScriptsOfADirectory() throws Exception {
        script(
                "hello",
                "rwx------",
                "#!/bin/sh\necho Content-Type: text/plain\necho\necho \"hello $PATH_INFO\"\n");

        try (Launcher launcher = Launcher.start(folder, "cgi", "scripts")) {
            assertThat(launcher.get("/hello/to/all")).isEqualTo("hello /to/all\n");
            assertThat(launcher.get("/other")).startsWith("404");
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void runsThemByAnInterpreter() throws Exception {
        script("hello.txt", "rw-------", "echo Content-Type: text/plain\necho\necho \"hi $0\"\n");

        try (Launcher launcher =
                Launcher.start(folder, "cgi", "scripts", "--interpreter", ".txt=/bin/sh")) {
            assertThat(launcher.get("/hello.txt")).startsWith("hi ").endsWith("/hello.txt\n");
        }
    }

    @Test
    void saysThatThereIsNoSuchDirectory() throws Exception {
        Launcher launcher = Launcher.run(folder, "cgi", "--port=0", "missing");

        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.err())
                .startsWith("gatehouse: scriptRoot must be an absolute path of a directory")
                .contains(folder.resolve("missing") + "\", which does not exist")
                .hasLineCount(1);
        assertThat(launcher.temporaryFiles()).isEmptyDirectory();
    }

    @Test
    void endsAScriptThatOutlastsTheStop() throws Exception {
        script(
                "silent",
                "rwx------",
                "#!/bin/sh\necho Content-Type: text/plain\necho\necho $$\nexec sleep 600\n");

        try (Launcher launcher = Launcher.start(folder, "cgi", "scripts", "--graceful-timeout=1");
                RawClient client = launcher.connect()) {
            client.send(RawRequest.get("/silent").bytes()).head();
            long script = Long.parseLong(client.chunk().strip());
            assertThat(ProcessHandle.of(script)).isPresent();

            assertThat(launcher.terminate().exitCode()).isEqualTo(143);

            assertThat(ProcessTable.entry(script)).as(launcher.err()).isEmpty();
            assertThat(launcher.err()).contains("requests cut off after 1 s: 1");
            assertThat(launcher.temporaryFiles()).isEmptyDirectory();
        }
    }
}
