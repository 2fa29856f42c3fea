package dev.gatehouse.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
    void isForThisUserOnly() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void goesWithAllThatIsInIt(@TempDir Path elsewhere) throws Exception {
        Path kept = Files.createFile(elsewhere.resolve("kept"));
        TemporaryFolder folder = TemporaryFolder.create();
        Path inner = Files.createDirectories(folder.path().resolve("a/b"));
        Files.createFile(inner.resolve("file"));
        Files.createSymbolicLink(inner.resolve("link"), elsewhere);

        folder.close();

        assertThat(folder.path()).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void mayBeGoneAlready() throws LaunchException, IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Files.delete(folder.path());

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }
}
