package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherReadyTest {

    private static final int SIGTERM = 143;

    /** A limit for everything in it: Tomcat, picocli, Gatehouse and the sample site. */
    private static final long MOST_BYTES = 6_000_000;

    @TempDir private Path folder;

    @Test
    void isASmallFile() throws Exception {
        assertThat(Files.size(Launcher.WAR)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void saysInOneLineThatItIsReadyAndWhere() throws Exception {
        try (Launcher launcher = Launcher.start(folder)) {
            assertThat(launcher.out())
                    .matches(
                            "Gatehouse \\d+\\.\\d+\\.\\d+ \\(Java %d, Tomcat 11\\.0\\.\\d+\\) ready on http://127\\.0\\.0\\.1:%d/ in \\d+\\.\\d s\n"
                                    .formatted(Runtime.version().feature(), launcher.port()));
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void servesTheSampleSite() throws Exception {
        try (Launcher launcher = Launcher.start(folder, "serve")) {
            assertThat(launcher.get("/")).contains("<title>").contains("Gatehouse");
            assertThat(launcher.get("/hello")).contains("Hello");
        }
    }

    @Test
    void servesTheRestOfTheSampleSiteWherePythonIsMissing() throws Exception {
        try (Launcher launcher = Launcher.start(folder, "serve", "--python=python9.9")) {
            assertThat(launcher.get("/python/"))
                    .contains("No Python on this server", "CPython 3.8");
            assertThat(launcher.get("/hello")).contains("Hello");
            assertThat(launcher.err())
                    .contains(
                            "application \"python\" gives way to its fallback: python \"python9.9\"")
                    .hasLineCount(1);
        }
    }

    @Test
    void servesNothingOfItself() throws Exception {
        try (Launcher launcher = Launcher.start(folder);
                RawClient client = launcher.connect()) {
            for (String path :
                    List.of(
                            "/dev/gatehouse/launcher/Bootstrap.class",
                            "/WEB-INF/launcher/dev/gatehouse/launcher/Main.class",
                            "/META-INF/MANIFEST.MF",
                            "/WEB-INF/web.xml")) {
                assertThat(client.exchange(RawRequest.get(path)).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void tellsNobodyWhatItRunsOn() throws Exception {
        try (Launcher launcher = Launcher.start(folder)) {
            for (String request :
                    List.of("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n")) {
                try (RawClient client = launcher.connect()) {
                    RawResponse response = client.exchange(request);
                    assertThat(response.headers("Server")).isEmpty();
                    assertThat(response.headers("X-Powered-By")).isEmpty();
                    assertThat(response.text()).doesNotContain("Tomcat", "at org.apache");
                }
            }
        }
    }

    @Test
    void leavesNothingBehindWhenItIsStopped() throws Exception {
        try (Launcher launcher = Launcher.start(folder)) {
            launcher.get("/");

            assertThat(launcher.terminate().exitCode()).isEqualTo(SIGTERM);
            assertThat(launcher.temporaryFiles()).isEmptyDirectory();
            assertThat(launcher.portFile()).doesNotExist();
            assertThat(launcher.err()).isEmpty();
        }
    }

    @Test
    void keepsItsTemporaryFilesToItself() throws Exception {
        try (Launcher launcher = Launcher.start(folder);
                Stream<Path> files = Files.list(launcher.temporaryFiles())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            own ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(own)))
                                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void startsInLittleMemory() throws Exception {
        try (Launcher launcher = Launcher.start(folder, List.of("-Xmx64m"))) {
            assertThat(launcher.get("/")).contains("Gatehouse");
        }
    }
}
