package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.headers;
import static dev.gatehouse.it.apps.Apps.length;
import static dev.gatehouse.it.http.RawRequest.get;
import static dev.gatehouse.it.http.RawRequest.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W38 a file wrapper")
class FileWrapperTest extends BehaviourTest {

    /** Larger than the buffers of every container, and worth a sendfile. */
    private static final int SIZE = 300_000;

    @TempDir Path folder;

    private final byte[] content = new byte[SIZE];
    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(38).nextBytes(content);
        file = Files.write(folder.resolve("file"), content);
    }

    @Test
    @DisplayName("W38 a whole file is sent with its length")
    void whole() throws Exception {
        RawResponse response = answer(file(0, SIZE));

        assertThat(response.headers("Content-Length")).containsExactly("" + SIZE);
        assertThat(response.body()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200_000})
    @DisplayName("W38 a part of a file is sent, from its first byte on")
    void part(int size) throws Exception {
        RawResponse response = answer(file(7, size));

        assertThat(response.headers("Content-Length")).containsExactly("" + size);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(content, 7, 7 + size));
    }

    @Test
    @DisplayName("W38 the application's own Content-Length limits what is sent")
    void ownLength() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT, length(1000)));
                            return FileWrapper.of(file);
                        });

        assertThat(response.body()).isEqualTo(Arrays.copyOf(content, 1000));
        assertThat(response.complete()).isTrue();
    }

    @Test
    @DisplayName("W38 a Content-Length larger than the file is a clean 500")
    void tooShort() throws Exception {
        assertCleanError(
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT, length(SIZE + 1)));
                            return FileWrapper.of(file);
                        }),
                500);
    }

    @Test
    @DisplayName("W38 a file that is not there is a clean 500")
    void missing() throws Exception {
        Files.delete(file);

        assertCleanError(answer(file(0, SIZE)), 500);
    }

    @ParameterizedTest
    @CsvSource({
        "Range, bytes=0-9",
        "Range, bytes=400000-",
        "If-Range, '\"tag\"'",
        "If-None-Match, '\"tag\"'",
        "If-None-Match, *",
        "If-Match, '\"other\"'",
        "If-Modified-Since, 'Fri, 01 Jan 2100 00:00:00 GMT'",
        "If-Unmodified-Since, 'Thu, 01 Jan 1970 00:00:00 GMT'"
    })
    @DisplayName("W42 ranges and conditions are the application's: what it answers goes out whole")
    void conditions(String name, String value) throws Exception {
        Header tag = new Header("ETag", "\"tag\"");
        Header modified = new Header("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        RawRequest request = get(path()).header(name, value);
        if (name.equals("If-Range")) {
            request.header("Range", "bytes=0-9");
        }

        RawResponse response = answer(Apps.ok(FileWrapper.of(file), TEXT, tag, modified), request);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers("Content-Range")).isEmpty();
        assertThat(response.headers("ETag")).containsExactly(tag.value());
        assertThat(response.headers("Content-Length")).containsExactly("" + SIZE);
        assertThat(response.body()).isEqualTo(content);
    }

    @Test
    @DisplayName("W35 HEAD of a file has its length and sends nothing")
    void head() throws Exception {
        RawResponse response = answer(file(0, SIZE), of("HEAD", path()));

        assertThat(response.headers("Content-Length")).containsExactly("" + SIZE);
        assertThat(client.reusable()).isTrue();
    }

    @Test
    @DisplayName("W38 what is left in a stream is sent, and the stream is closed once")
    void stream() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        ByteArrayInputStream in =
                new ByteArrayInputStream(content) {
                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                };
        in.skip(5);

        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            return Environ.fileWrapper(environ).wrap(in, 4096);
                        });

        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(content, 5, SIZE));
        assertThat(closed).hasValue(1);
    }

    @Test
    @DisplayName("W38 middleware may iterate the wrapper: the bytes are the same")
    void iterated() throws Exception {
        RawResponse response =
                answer(
                        (environ, start) -> {
                            start.start("200 OK", headers(TEXT));
                            FileWrapper wrapper = FileWrapper.of(file);
                            return new Wrapped(wrapper);
                        });

        assertThat(response.body()).isEqualTo(content);
    }

    /** What a middleware may return in place of the body: no FileWrapper any more. */
    private record Wrapped(Iterable<byte[]> inner) implements Iterable<byte[]> {

        @Override
        public Iterator<byte[]> iterator() {
            return inner.iterator();
        }
    }

    private Application file(long offset, long size) {
        return Apps.ok(FileWrapper.of(file, offset, size), TEXT);
    }
}
