package dev.gatehouse.python.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivateFolderTest {

    @Test
    void holdsAllOfThePythonHalf() throws Exception {
        try (PrivateFolder folder = PrivateFolder.create(Optional.empty())) {
            assertThat(names(folder.path().resolve("python/gatehouse")))
                    .isEqualTo(names(Path.of("src/main/python/gatehouse")));
        }
    }

    @Test
    void isClosedToOthers() throws Exception {
        try (PrivateFolder folder = PrivateFolder.create(Optional.empty())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            assertThat(folder.socket().toString().length()).isLessThan(100);
        }
    }

    @Test
    void isGoneAfterwards() throws Exception {
        PrivateFolder folder = PrivateFolder.create(Optional.empty());

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }
}
