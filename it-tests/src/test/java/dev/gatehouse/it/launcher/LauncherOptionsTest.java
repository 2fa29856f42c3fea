package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherOptionsTest {

    private static final int JAVA = Runtime.version().feature();

    @TempDir private Path folder;

    @Test
    void explainsTheSettingsOfTheWebApplication() throws Exception {
        Launcher launcher = Launcher.run(folder, "app", "--help");

        assertThat(launcher.exitCode()).isZero();
        assertThat(launcher.out().replaceAll("\\s+", " "))
                .contains("Usage: java -jar gatehouse.war app [OPTIONS] CLASS")
                .contains("--port=PORT Port to listen on; 0 for any free one. Default: 8080.")
                .contains("--max-body-size=VALUE The largest request body;", " Default: 1G.")
                .contains("--environ=NAME=VALUE");
        assertThat(launcher.err()).isEmpty();
    }

    @Test
    void handsSettingsToTheApplication() throws Exception {
        try (Launcher launcher =
                        Launcher.app(
                                folder,
                                "EnvironText",
                                "--max-body-size=3",
                                "--environ",
                                "a.b=c=d");
                RawClient client = launcher.connect()) {
            assertThat(client.exchange(RawRequest.post("/", "123")).text()).contains("\na.b=c=d\n");
            assertThat(client.exchange(RawRequest.post("/", "1234")).status()).isEqualTo(413);
        }
    }

    @Test
    void handsSettingsToTheSampleSite() throws Exception {
        try (Launcher launcher = Launcher.start(folder, "--environ", "COLOUR=teal")) {
            assertThat(launcher.get("/environ/")).contains("COLOUR").contains("teal");
        }
    }

    @Test
    void putsEverythingBelowTheContextPath() throws Exception {
        try (Launcher launcher =
                Launcher.app(folder, "EnvironText", "--context-path", "/shop/v1")) {
            assertThat(launcher.out()).contains(launcher.port() + "/shop/v1/ in");
            assertThat(launcher.get("/shop/v1/x%2Fy"))
                    .contains("\nSCRIPT_NAME=/shop/v1\n", "\nPATH_INFO=/x/y\n");
            assertThat(launcher.get("/elsewhere")).doesNotContain("PATH_INFO");
        }
    }

    @Test
    void logsEachRequestInAFile() throws Exception {
        Path log = folder.resolve("access.log");
        try (Launcher launcher =
                Launcher.app(folder, "EnvironText", "--access-log", log.toString())) {
            launcher.get("/a?b", "Referer: r\"s", "User-Agent: u");

            Await.until("the request is logged", () -> Files.size(log) > 0);
            assertThat(log)
                    .content()
                    .matches(
                            "127\\.0\\.0\\.1 - - \\[.+] \"GET /a\\?b HTTP/1\\.1\" 200 \\d+ \"r\\\\\"s\" \"u\"\n");
        }
    }

    @Test
    void logsEachRequestOnStandardOutput() throws Exception {
        try (Launcher launcher = Launcher.app(folder, "EnvironText", "--access-log", "-")) {
            launcher.get("/to-stdout");

            Await.until(
                    "it is logged", () -> launcher.out().contains("\"GET /to-stdout HTTP/1.1\""));
        }
    }

    @Test
    void usesVirtualThreadsWhereTheyDoNotPin() throws Exception {
        try (Launcher launcher = Launcher.app(folder, "EnvironText")) {
            assertThat(launcher.get("/"))
                    .contains(JAVA >= 24 ? "\nthread=VirtualThread[" : "\nthread=Thread[");
        }
    }

    @Test
    void usesPlatformThreadsWhereTheyAreCounted() throws Exception {
        try (Launcher launcher = Launcher.app(folder, "EnvironText", "--threads", "1")) {
            assertThat(launcher.get("/")).contains("\nthread=Thread[");
        }
    }

    @Test
    void usesVirtualThreadsOnRequestOrSaysThatThereAreNone() throws Exception {
        if (JAVA < 21) {
            assertThat(Launcher.run(folder, "--virtual-threads").err())
                    .isEqualTo(
                            "gatehouse: --virtual-threads needs Java 21 or newer, this is Java %d (see --help)\n"
                                    .formatted(JAVA));
            return;
        }
        try (Launcher launcher = Launcher.app(folder, "EnvironText", "--virtual-threads")) {
            assertThat(launcher.get("/")).contains("\nthread=VirtualThread[");
        }
    }
}
