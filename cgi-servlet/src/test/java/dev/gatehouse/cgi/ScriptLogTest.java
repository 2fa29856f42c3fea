package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
class ScriptLogTest {

    @Parameter private Container container;

    @Test
    @DisplayName("a failed script is recorded, with its sensitive values masked")
    void record() throws Exception {
        try (Site site =
                Site.start(
                        container,
                        Map.of(
                                "scriptLog", "${folder}/script.log",
                                "scriptLogBuffer", "8",
                                "environment-variable-DB_PASSWORD", "hunter2"))) {
            Path log = site.folder().resolve("script.log");
            site.script(
                    "fails",
                    "#!/bin/sh",
                    "echo 'went wrong' >&2",
                    "cat >/dev/null",
                    "printf 'this is no header'",
                    "exit 7");
            site.script("fine", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\nok'");
            site.get("/cgi-bin/fine");
            assertThat(log).doesNotExist();

            site.request("POST", "/cgi-bin/fails?q=1", "request body", "Cookie: id=secret");

            Await.until("stderr has ended", () -> content(log).contains("%stderr"));
            assertThat(content(log))
                    .contains("POST /cgi-bin/fails?q=1\n")
                    .contains("fails: no blank line")
                    .contains("exit status 7")
                    .contains("\nSCRIPT_NAME=/cgi-bin/fails\n")
                    .contains("\nDB_PASSWORD=(masked)\n", "\nHTTP_COOKIE=(masked)\n")
                    .contains("%stdin\nrequest \n", "%stdout\nthis is \n", "%stderr\nwent wro\n")
                    .doesNotContain("hunter2", "id=secret", "request body");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                    .isEqualTo("rw-------");
        }
    }

    private static String content(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
