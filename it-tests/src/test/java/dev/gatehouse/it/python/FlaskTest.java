package dev.gatehouse.it.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Flask, used by curl and by Python's own HTTP client. */
class FlaskTest extends RealApplicationTest {

    @TempDir Path folder;

    @BeforeParameterizedClassInvocation
    static void start(Deployment deployment) throws Exception {
        site = deployment.start(".", "flask_app", Map.of("processes", "2"));
    }

    @Test
    void rendersPagesWithLinksBelowTheContextPath() throws Exception {
        assertThat(site.curl("/"))
                .isEqualTo("<h1>Grüße &amp; &lt;wishes&gt;</h1><a href='/app/visits'>visits</a>");
    }

    @Test
    void knowsWhatTheClientAskedFor() throws Exception {
        assertThat(site.curl("/where/a%20b/%C3%A9?x=%2F"))
                .contains("\"path\":\"/where/a b/\\u00e9\"")
                .contains("\"remote\":\"127.0.0.1\"")
                .contains("\"rest\":\"a b/\\u00e9\"")
                .contains("\"root\":\"/app\"")
                .contains("\"url\":\"" + site.url("/where/a%20b/\\u00e9?x=/"));
    }

    @Test
    void keepsASessionInACookie() throws Exception {
        Path jar = folder.resolve("cookies");
        for (int visit = 1; visit <= 3; visit++) {
            assertThat(site.curl("/visits", "--cookie-jar", jar, "--cookie", jar))
                    .contains("\"visits\":" + visit + "}");
        }
    }

    @Test
    void redirectsAfterAForm() throws Exception {
        assertThat(
                        site.curl(
                                "/form",
                                "--location",
                                "--cookie",
                                folder.resolve("none"),
                                "--data-urlencode",
                                "name=Åsa & Ольга"))
                .contains("\"\\u00c5sa & \\u041e\\u043b\\u044c\\u0433\\u0430 was here\"");
    }

    @Test
    void takesAnUploadUnchanged() throws Exception {
        Path file = random(5_000_000);

        assertThat(site.curl("/upload", "--form", "file=@" + file, "--form", "note=über"))
                .contains("\"name\":\"random\"")
                .contains("\"note\":\"\\u00fcber\"")
                .contains("\"sha256\":\"" + sha256(file) + "\"")
                .contains("\"size\":5000000");
    }

    @Test
    void takesABodyOfUnknownLength() throws Exception {
        Path file = random(300_000);

        assertThat(
                        site.curl(
                                "/raw",
                                "--upload-file",
                                file,
                                "--header",
                                "Transfer-Encoding: chunked"))
                .contains("\"length\":null")
                .contains("\"size\":300000");
    }

    @Test
    void streamsWithTheRequestAtHand() throws Exception {
        assertThat(site.curl("/lines/1000?word=line"))
                .startsWith("line 0\nline 1\n")
                .endsWith("line 999\n")
                .hasLineCount(1000);
    }

    @Test
    void sendsAFileAndPartsOfIt() throws Exception {
        String source = Files.readString(Deployment.APPLICATIONS.resolve("flask_app.py"));

        assertThat(site.curl("/source")).isEqualTo(source);
        assertThat(site.curl("/source", "--range", "3-11", "--write-out", " %{http_code}"))
                .isEqualTo(source.substring(3, 12) + " 206");
        assertThat(site.curl("/source", "--head"))
                .contains("Content-Length: " + source.getBytes(UTF_8).length + "\r\n");
    }

    @Test
    void sendsAFileOnlyOnceToAClientThatKeepsIt() throws Exception {
        Path tags = folder.resolve("tags");
        String code = "%{http_code}";

        site.curl("/source", "--etag-save", tags);

        assertThat(site.curl("/source", "--etag-compare", tags, "--write-out", code))
                .isEqualTo("304");
    }

    @Test
    void answersAnErrorWithoutItsSecretsAndLogsIt() throws Exception {
        assertThat(site.curl("/fails", "--write-out", "%{http_code}"))
                .contains("Internal Server Error")
                .endsWith("500")
                .doesNotContain("secret");

        assertThat(site.log().await("a secret of the application"))
                .contains("Exception on /fails [GET]")
                .contains("Traceback (most recent call last)");
    }

    @Test
    void servesManyRequestsOnOneConnection() throws Exception {
        // Tomcat closes a connection after 100.
        assertThat(site.client("keep_alive.py", 96)).isEqualTo("96 answers, 1 connection\n");
    }

    private Path random(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve("random"), content);
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
