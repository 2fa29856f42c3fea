package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodySpoolTest {

    private static final byte[] TEN = "0123456789".getBytes(US_ASCII);

    @TempDir private Path folder;
    private final SpoolBudget budget = new SpoolBudget(100_000, 1_000);

    @Test
    void aSmallBodyStaysInMemory() throws IOException {
        try (BodySpool spool = new BodySpool(budget, folder, 20, 100)) {
            spool.write(TEN);
            spool.write('!');

            assertThat(spool.read()).hasBinaryContent("0123456789!".getBytes(US_ASCII));
            assertThat(spool.size()).isEqualTo(11);
            assertThat(budget.memoryInUse()).isPositive();
            assertThat(budget.diskInUse()).isZero();
        }
        assertThat(budget.memoryInUse()).isZero();
    }

    @Test
    void aLargerBodyMovesToAFileWithoutAName() throws IOException {
        try (BodySpool spool = new BodySpool(budget, folder, 15, 100)) {
            spool.write(TEN);
            spool.write(TEN);
            spool.write(TEN);

            assertThat(spool.read()).hasBinaryContent("012345678901234567890123456789".getBytes());
            assertThat(spool.read()).hasBinaryContent("012345678901234567890123456789".getBytes());
            assertThat(files()).isEmpty();
            assertThat(budget.memoryInUse()).isZero();
            assertThat(budget.diskInUse()).isEqualTo(30);
        }
        assertThat(budget.diskInUse()).isZero();
    }

    @Test
    void whenMemoryIsUsedUpABodyGoesToDisk() throws IOException {
        SpoolBudget small = new SpoolBudget(5, 1_000);
        try (BodySpool spool = new BodySpool(small, folder, 100, 100)) {
            spool.write(TEN);

            assertThat(spool.read()).hasBinaryContent(TEN);
            assertThat(small.diskInUse()).isEqualTo(10);
            assertThat(small.memoryInUse()).isZero();
        }
    }

    @Test
    void whenDiskIsUsedUpTheRequestIsRefused() throws IOException {
        SpoolBudget small = new SpoolBudget(0, 15);
        try (BodySpool spool = new BodySpool(small, folder, 0, 100)) {
            spool.write(TEN);

            assertThatThrownBy(() -> spool.write(TEN)).isInstanceOf(OverloadedException.class);
        }
        assertThat(small.diskInUse()).isZero();
    }

    @Test
    void aBodyOverItsLimitIsRefused() throws IOException {
        try (BodySpool spool = new BodySpool(budget, folder, 100, 19)) {
            spool.write(TEN);

            assertThatThrownBy(() -> spool.write(TEN)).isInstanceOf(BodyTooLargeException.class);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
