package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.launcher.app.EnvironText;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherClasspathTest {

    private static final String CLASS = EnvironText.class.getName();
    private static final String FILE = CLASS.replace('.', '/') + ".class";

    @TempDir private Path folder;
    private Path library;

    @BeforeEach
    void makeLibrary() throws Exception {
        library = Files.createDirectory(folder.resolve("with space"));
    }

    @Test
    void takesAFolder() throws Exception {
        Path file = library.resolve(FILE);
        Files.createDirectories(file.getParent());
        try (InputStream code = code()) {
            Files.copy(code, file);
        }

        assertAnswers(library.toString());
    }

    @Test
    void takesAJarFile() throws Exception {
        assertAnswers(jar("app.jar").toString());
    }

    @Test
    void takesAllJarFilesOfAFolder() throws Exception {
        jar("app.jar");

        assertAnswers(library + "/*");
    }

    private void assertAnswers(String classpath) throws Exception {
        try (Launcher launcher = Launcher.start(folder, "app", CLASS, "--classpath", classpath)) {
            assertThat(launcher.get("/x")).contains("\nPATH_INFO=/x\n");
        }
    }

    private Path jar(String name) throws Exception {
        Path jar = library.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                InputStream code = code()) {
            entries.putNextEntry(new JarEntry(FILE));
            code.transferTo(entries);
        }
        return jar;
    }

    private static InputStream code() {
        return EnvironText.class.getResourceAsStream("EnvironText.class");
    }
}
