package dev.gatehouse.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathTest {

    @TempDir private Path folder;

    @Test
    void keepsTheOrderOfItsEntries() throws IOException {
        Path jar = folder.resolve("a.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();

        assertThat(Classpath.parse(jar + File.pathSeparator + folder).entries())
                .containsExactly(jar, folder);
    }

    @Test
    void takesAllJarFilesForAnAsterisk() throws IOException {
        Path second = Files.createFile(folder.resolve("b.jar"));
        Path first = Files.createFile(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("notes.txt"));

        assertThat(Classpath.parse(folder + File.separator + "*").entries())
                .containsExactly(first, second);
    }

    @Test
    void leavesOutEmptyEntries() {
        assertThat(Classpath.parse(File.pathSeparator + folder).entries()).containsExactly(folder);
    }

    @Test
    void namesTheFileThatIsNoJar() throws IOException {
        Path source = Files.createFile(folder.resolve("Hello.java"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classpath.parse(source.toString()))
                .withMessage("neither a folder nor a jar file: " + source);
    }

    @Test
    void namesTheEntryThatDoesNotExist() {
        Path missing = folder.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classpath.parse(missing.toString()))
                .withMessage("no such file or folder: " + missing);
    }
}
