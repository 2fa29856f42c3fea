package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("W38")
class FileWrapperTest {

    @TempDir private Path folder;

    @Test
    void middlewareMayIterateAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "0123456789");

        assertThat(read(FileWrapper.of(file))).isEqualTo("0123456789");
        assertThat(read(FileWrapper.of(file, 3, 4))).isEqualTo("3456");
        assertThat(read(FileWrapper.of(file, 10, 0))).isEmpty();
        assertThat(FileWrapper.of(file).region()).contains(new FileWrapper.Region(file, 0, 10));
    }

    @Test
    void aStreamIsReadFromItsPositionAndClosed() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        InputStream stream =
                new ByteArrayInputStream("0123456789".getBytes(US_ASCII)) {
                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                };
        stream.skipNBytes(2);

        assertThat(read(FileWrapper.of(stream, 3))).isEqualTo("23456789");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aMissingFileFailsBeforeAnythingIsSent() {
        assertThatThrownBy(() -> FileWrapper.of(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> FileWrapper.of(folder, -1, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileWrapper.of(InputStream.nullInputStream(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(FileWrapper file) throws IOException {
        try (file) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            file.forEach(all::writeBytes);
            return all.toString(US_ASCII);
        }
    }
}
