package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadEchoTest {

    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final UploadEcho upload = new UploadEcho();

    @Test
    void answersWithLengthAndDigest() throws Exception {
        Answer answer = Call.of("POST", "/upload", "").body("abc".getBytes(US_ASCII)).to(upload);
        assertThat(answer.header("Content-Type")).contains("text/plain");
        assertThat(answer.text()).isEqualTo("length: 3 bytes\nSHA-256: " + SHA256_OF_ABC + "\n");
    }

    @Test
    void answersWithJsonToThoseWhoAcceptIt() throws Exception {
        Answer answer =
                Call.of("PUT", "/upload", "")
                        .header("Accept", "application/json")
                        .body("abc".getBytes(US_ASCII))
                        .to(upload);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.text())
                .isEqualTo("{\"length\": 3, \"sha256\": \"" + SHA256_OF_ABC + "\"}\n");
    }

    @Test
    void saysWhichMethodsUpload() throws Exception {
        Answer answer = Call.get("/upload", "").to(upload);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST, PUT");
    }
}
