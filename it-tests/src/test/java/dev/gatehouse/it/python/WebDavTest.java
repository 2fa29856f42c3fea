package dev.gatehouse.it.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** WsgiDAV, used by litmus, cadaver and curl. */
class WebDavTest extends RealApplicationTest {

    @TempDir private static Path shares;

    private static Path share;

    @BeforeParameterizedClassInvocation
    static void start(Deployment deployment) throws Exception {
        share = Files.createTempDirectory(shares, "share");
        // Its locks and properties lie in the memory of one process.
        Map<String, String> parameters =
                Map.of(
                        "threads", "8",
                        "environment.DAV_FOLDER", share.toString(),
                        "environment.DAV_MOUNT", "/app");
        site = deployment.start(".", "dav_app", parameters);
    }

    @Test
    void passesLitmus(@TempDir Path folder) throws Exception {
        Requires.present(Program.installed("litmus"), "litmus, Debian's package");

        String output = Program.of("litmus", "--keep-going").in(folder).run(site.url("/"));

        assertThat(output.lines().filter(line -> line.contains("summary for")))
                .hasSize(5)
                .allMatch(line -> line.contains(" 0 failed."), "no test failed");
    }

    @Test
    void servesCadaver(@TempDir Path folder) throws Exception {
        Requires.present(Program.installed("cadaver"), "cadaver, Debian's package");
        Path file = Files.writeString(folder.resolve("file.txt"), "to and fro");
        Path back = folder.resolve("back.txt");

        Program.Ended session =
                Program.of("cadaver", site.url("/"))
                        .end(
                                """
                                mkcol "a folder"
                                cd "a folder"
                                put %s
                                move file.txt moved.txt
                                lock moved.txt
                                unlock moved.txt
                                ls
                                get moved.txt %s
                                delete moved.txt
                                quit
                                """
                                        .formatted(file, back));

        assertThat(session.output()).contains("moved.txt").doesNotContain("failed");
        assertThat(back).hasContent("to and fro");
        assertThat(share.resolve("a folder")).isEmptyDirectory();
    }

    @Test
    void servesEachMethodToCurl(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "line\n".repeat(100_000));

        assertThat(status("MKCOL", "/curl/")).isEqualTo("201");
        assertThat(status("PUT", "/curl/f%C3%BCr", "--upload-file", file)).isEqualTo("201");
        assertThat(share.resolve("curl/für")).hasSameBinaryContentAs(file);
        assertThat(site.curl("/curl/f%C3%BCr", "--range", "0-4")).isEqualTo("line\n");
        assertThat(site.curl("/curl/", "--request", "PROPFIND", "--header", "Depth: 1"))
                .contains(":href>/app/curl/f%C3%BCr</")
                .contains(":getcontentlength>500000</");
        assertThat(
                        status(
                                "MOVE",
                                "/curl/f%C3%BCr",
                                "--header",
                                "Destination: " + site.url("/curl/b")))
                .isEqualTo("201");
        String token = lock("/curl/b");
        assertThat(status("PUT", "/curl/b", "--data", "x")).isEqualTo("423");
        assertThat(status("UNLOCK", "/curl/b", "--header", "Lock-Token: " + token))
                .isEqualTo("204");
        assertThat(status("DELETE", "/curl/")).isEqualTo("204");
        assertThat(share.resolve("curl")).doesNotExist();
    }

    private static String lock(String path) throws Exception {
        String request =
                "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope>"
                        + "<locktype><write/></locktype></lockinfo>";
        List<String> headers =
                site.curl(path, "--request", "LOCK", "--data", request, "--include")
                        .lines()
                        .filter(line -> line.startsWith("Lock-Token: "))
                        .toList();
        assertThat(headers).hasSize(1);
        return headers.get(0).substring("Lock-Token: ".length());
    }

    private static String status(String method, String path, Object... options) throws Exception {
        List<Object> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--request", method, "--output", "/dev/null"));
        all.addAll(List.of("--write-out", "%{http_code}"));
        return site.curl(path, all.toArray());
    }
}
