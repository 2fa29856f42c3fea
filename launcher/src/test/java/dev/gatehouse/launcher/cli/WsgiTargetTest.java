package dev.gatehouse.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WsgiTargetTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"blog", "blog:app", "mysite.wsgi", "mysite.wsgi:application", "blog:make()"})
    void takesAModuleAsItIs(String text) {
        assertThat(WsgiTarget.parse(text, folder)).isEqualTo(new WsgiTarget(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":app", ":make()"})
    void takesWhatHasASlashForAFile(String callable) {
        assertThat(WsgiTarget.parse("sites/a.wsgi" + callable, folder))
                .isEqualTo(new WsgiTarget(folder + "/sites/a.wsgi" + callable, true));
        assertThat(WsgiTarget.parse("/srv/a.wsgi" + callable, folder))
                .isEqualTo(new WsgiTarget("/srv/a.wsgi" + callable, true));
    }

    @Test
    void takesTheNameOfAFileForIt() throws IOException {
        Files.createFile(folder.resolve("hello.py"));

        assertThat(WsgiTarget.parse("hello.py:app", folder))
                .isEqualTo(new WsgiTarget(folder + "/hello.py:app", true));
    }

    @Test
    void doesNotTakeAFolderForAFile() throws IOException {
        Files.createDirectory(folder.resolve("blog"));

        assertThat(WsgiTarget.parse("blog:app", folder).isScript()).isFalse();
    }

    @Test
    void startsAPathFromTheFolderOfTheUser() {
        assertThat(WsgiTarget.parse("./a.wsgi", folder).application())
                .isEqualTo(folder + "/a.wsgi");
        assertThat(WsgiTarget.parse("../a.wsgi", folder).application())
                .isEqualTo(folder.getParent() + "/a.wsgi");
    }
}
