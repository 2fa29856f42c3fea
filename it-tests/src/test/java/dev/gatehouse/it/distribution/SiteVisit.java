package dev.gatehouse.it.distribution;

import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.of;
import static dev.gatehouse.it.http.RawRequest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.http.RawResponse.Ending;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import dev.gatehouse.it.support.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * Asks the sample site for one thing of each kind.
 *
 * @param server what it runs in
 */
record SiteVisit(ServerProcess server) {

    private static final String NUMBERS = "/gatehouse/download/numbers.txt";
    private static final int NUMBERS_BYTES = 16 << 20;

    private static final String EXPECTING =
            "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";

    /** Asks for everything. */
    void make() throws IOException {
        seePages();
        upload();
        download();
        runPrograms();
        seeFailures();
        try (RawClient client = server.connect()) {
            client.send(get("/gatehouse/stream").bytes()).head();
            assertThat(client.chunk()).contains("id: 1\n");
        }
    }

    /** Begins an upload, and returns when the application reads it: {@code hello} is to follow. */
    static void beginUpload(RawClient client) throws IOException {
        assertThat(client.exchange(EXPECTING.formatted("/gatehouse/upload")).status())
                .isEqualTo(100);
    }

    /** Ends such an upload. */
    static void endUpload(RawClient client) throws IOException {
        assertThat(client.send("hello").receive().text()).startsWith("length: 5 bytes\n");
    }

    /** What {@link Neighbour#FILE} sends: ranges are its own business, and it knows none. */
    void fetch(Neighbour file) throws IOException {
        byte[] content = Files.readAllBytes(Artifacts.war());
        try (RawClient client = server.connect()) {
            assertThat(client.exchange(get(file.path())).body()).isEqualTo(content);
            RawResponse asked = client.exchange(get(file.path()).header("Range", "bytes=0-9"));
            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.body()).isEqualTo(content);
            assertThat(client.exchange(of("HEAD", file.path())).headers("Content-Length"))
                    .containsExactly("" + content.length);
            assertThat(client.reusable()).isTrue();
        }
    }

    private void seePages() throws IOException {
        try (RawClient client = server.connect()) {
            RawResponse landing = client.exchange(get("/gatehouse/"));
            assertThat(landing.status()).isEqualTo(200);
            assertThat(landing.text()).contains("<title>Gatehouse: ");
            RawResponse environ = client.exchange(get("/gatehouse/environ/a%20b?format=text"));
            assertThat(environ.text())
                    .contains("SCRIPT_NAME=/gatehouse/environ\n")
                    .contains("PATH_INFO=/a b\n")
                    .contains("SERVER_SOFTWARE=Gatehouse/");
            assertThat(client.exchange(get("/gatehouse/WEB-INF/web.xml")).status()).isEqualTo(404);
        }
    }

    private void upload() throws IOException {
        try (RawClient client = server.connect()) {
            RawResponse echo = client.exchange(post("/gatehouse/upload", "x".repeat(1_000_000)));
            assertThat(echo.text()).contains("1000000");
            beginUpload(client);
            endUpload(client);
        }
        try (RawClient client = server.connect()) {
            assertThat(client.exchange(EXPECTING.formatted("/gatehouse/environ")).status())
                    .isEqualTo(200);
        }
    }

    private void download() throws IOException {
        try (RawClient client = server.connect()) {
            RawResponse whole = client.exchange(get(NUMBERS));
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.body()).hasSize(NUMBERS_BYTES);
            RawResponse part = client.exchange(get(NUMBERS).header("Range", "bytes=70000-200000"));
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.headers("Content-Range"))
                    .containsExactly("bytes 70000-200000/" + NUMBERS_BYTES);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 70000, 200001));
            assertThat(client.exchange(of("HEAD", NUMBERS)).headers("Content-Length"))
                    .containsExactly("" + NUMBERS_BYTES);
            assertThat(client.reusable()).isTrue();
        }
    }

    private void runPrograms() throws IOException {
        Requires.present(Programs.named("python3"), "Python, Debian's package python3");
        try (RawClient client = server.connect()) {
            RawResponse python = client.exchange(get("/gatehouse/python/a%20b?format=text"));
            assertThat(python.text())
                    .startsWith("Python=3.")
                    .contains("SCRIPT_NAME=/gatehouse/python\n", "PATH_INFO=/a b\n");
            RawResponse script = client.exchange(get("/gatehouse/cgi-bin/environ.sh/a%20b"));
            assertThat(script.text())
                    .contains("SCRIPT_NAME=/gatehouse/cgi-bin/environ.sh\n", "PATH_INFO=/a b\n");
            assertThat(client.exchange(get("/gatehouse/scripts/")).text()).contains("words.pl");
        }
    }

    private void seeFailures() throws IOException {
        try (RawClient client = server.connect()) {
            assertThat(client.exchange(get("/gatehouse/error/before")).status()).isEqualTo(500);
        }
        try (RawClient client = server.connect()) {
            assertThat(client.exchange(get("/gatehouse/error/after")).ending())
                    .isEqualTo(Ending.TRUNCATED);
        }
    }
}
