package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.GatewayException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {

    private static final long LAST = 16777215;

    private final Download download = new Download();

    @Test
    void sendsTheWholeFile() throws Exception {
        Answer answer = numbers().to(download);
        byte[] file = answer.bytes();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("16777216");
        assertThat(answer.header("Accept-Ranges")).contains("bytes");
        assertThat(file).hasSize(16777216);
        assertThat(new String(file, 0, 32, US_ASCII))
                .isEqualTo("000000000000000\n000000000000001\n");
        assertThat(new String(file, 16777200, 16, US_ASCII)).isEqualTo("000000001048575\n");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=15-16, 15, 16",
        "bytes=100000-300000, 100000, 300000",
        "bytes=16777200-, 16777200, 16777215",
        "bytes=16777200-99999999, 16777200, 16777215",
        "bytes=-20, 16777196, 16777215",
        "bytes=-99999999, 0, 16777215",
        "Bytes=5-6, 5, 6"
    })
    void sendsAPart(String range, long first, long last) throws Exception {
        byte[] whole = numbers().to(download).bytes();
        Answer answer = numbers().header("Range", range).to(download);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range"))
                .contains("bytes " + first + "-" + last + "/16777216");
        assertThat(answer.header("Content-Length")).contains(Long.toString(last - first + 1));
        assertThat(answer.bytes())
                .isEqualTo(Arrays.copyOfRange(whole, (int) first, (int) last + 1));
    }

    @ParameterizedTest
    @CsvSource({"bytes=16777216-", "bytes=99999999-999999999", "bytes=-0"})
    void saysWhenThereIsNoSuchPart(String range) throws Exception {
        Answer answer = numbers().header("Range", range).to(download);
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).contains("bytes */16777216");
        assertThat(answer.bytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=5-4",
        "bytes=-",
        "bytes=x-y",
        "lines=1-2",
        "'bytes=0-1,5-6'",
        "bytes=0-99999999999999999999"
    })
    void ignoresARangeThatItDoesNotUnderstand(String range) throws Exception {
        assertThat(numbers().header("Range", range).to(download).status()).isEqualTo(200);
    }

    @Test
    void sendsTheWholeFileIfThePartIsOfAnother() throws Exception {
        Call other = numbers().header("Range", "bytes=0-1").header("If-Range", "\"other\"");
        Call same = numbers().header("Range", "bytes=0-1").header("If-Range", Download.TAG.value());
        assertThat(other.to(download).status()).isEqualTo(200);
        assertThat(same.to(download).status()).isEqualTo(206);
    }

    @Test
    void ignoresARangeOfHead() throws Exception {
        Answer answer =
                Call.of("HEAD", "/download", "/numbers.txt")
                        .header("Range", "bytes=0-" + LAST / 2)
                        .to(download);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("16777216");
    }

    @Test
    void tellsAClientThatHasTheFileSo() throws Exception {
        Answer answer = numbers().header("If-None-Match", Download.TAG.value()).to(download);
        assertThat(answer.status()).isEqualTo(304);
    }

    @Test
    void hasNoOtherFile() {
        assertThatThrownBy(() -> Call.get("/download", "/other").to(download))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    private static Call numbers() {
        return Call.get("/download", "/numbers.txt");
    }
}
