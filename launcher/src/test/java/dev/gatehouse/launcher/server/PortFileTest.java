package dev.gatehouse.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortFileTest {

    @TempDir private Path folder;

    @Test
    void holdsThePortUntilItIsClosed() throws LaunchException {
        Path file = folder.resolve("port");

        try (PortFile written = PortFile.write(file, 8080)) {
            assertThat(written.file()).hasContent("8080\n");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void replacesTheOneOfAnEarlierRun() throws LaunchException {
        Path file = folder.resolve("port");
        PortFile.write(file, 1);
        PortFile.write(file, 2);

        assertThat(file).hasContent("2\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void saysWhereItCannotBeWritten() {
        Path file = folder.resolve("missing").resolve("port");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> PortFile.write(file, 1))
                .withMessage(
                        "cannot write the port file %s: there is no directory %s; try another"
                                + " --port-file",
                        file, file.getParent());
    }

    @Test
    void leavesNothingBesideADirectory() throws IOException {
        Path file = Files.createDirectory(folder.resolve("ports"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> PortFile.write(file, 1))
                .withMessage(
                        "cannot write the port file %s: it is a directory; try another --port-file",
                        file);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        // A file system on which no file takes the place of another.
        try (FileSystem zip =
                FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path file = Files.writeString(zip.getPath("/port"), "1\n");

            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> PortFile.write(file, 2));
            try (Stream<Path> left = Files.list(zip.getPath("/"))) {
                assertThat(left).containsExactly(file);
            }
            assertThat(file).hasContent("1\n");
        }
    }
}
