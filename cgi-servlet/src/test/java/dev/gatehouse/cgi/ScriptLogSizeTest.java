package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLogSizeTest {

    @TempDir private Path folder;

    @Test
    @DisplayName("the file does not grow over its limit, and no record is cut")
    void limit() throws Exception {
        Path file = folder.resolve("script.log");
        ScriptLog log = new ScriptLog(file, 1000, 8);
        Script script = new Script(Path.of("/srv/cgi/fails"), "/fails", "");
        for (int i = 0; i < 10; i++) {
            log.record(script, Map.of("NAME", "x".repeat(300)), log.transcript(), "exit status 7");
        }

        assertThat(Files.readString(file).lines().filter("%request"::equals)).hasSize(2);
        assertThat(file).content().endsWith("NAME=" + "x".repeat(300) + "\n");
        assertThat(Files.size(file)).isLessThanOrEqualTo(1000);
    }
}
