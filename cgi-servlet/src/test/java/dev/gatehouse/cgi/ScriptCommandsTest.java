package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is executed for a script. */
class ScriptCommandsTest {

    @TempDir private Path folder;

    @BeforeEach
    void programs() throws IOException {
        program("bin/perl", "");
        program("bin/python3", "");
        program("bin/prlimit", "");
        program("direct.cgi", "#!/bin/sh\n");
        Files.writeString(folder.resolve("x.py"), "x");
        Files.writeString(folder.resolve("x.pl"), "#!/usr/bin/perl -w -T  \nx");
        Files.writeString(folder.resolve("x.txt"), "x");
    }

    @Test
    void aScriptIsExecutedDirectly() throws IOException {
        assertThat(words(false, "direct.cgi", Map.of())).containsExactly("direct.cgi", "a b");
    }

    @Test
    void anInterpreterIsChosenBySuffix() throws IOException {
        Map<String, String> parameters =
                Map.of("interpreter.py", "python3 -c 'a b'", "interpreter..pl", "perl");

        assertThat(words(false, "x.py", parameters))
                .containsExactly("bin/python3", "-c", "a b", "x.py", "a b");
        assertThat(words(false, "x.pl", parameters)).containsExactly("bin/perl", "x.pl", "a b");
        assertThat(words(false, "direct.cgi", parameters)).containsExactly("direct.cgi", "a b");
    }

    @Test
    void executableRunsEverythingElse() throws IOException {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("executable", "perl");
        for (int i = 12; i >= 1; i--) {
            parameters.put("executable-arg-" + i, "-" + i);
        }
        parameters.put("interpreter.py", "python3");

        assertThat(words(false, "direct.cgi", parameters))
                .startsWith("bin/perl", "-1", "-2", "-3")
                .endsWith("-10", "-11", "-12", "direct.cgi", "a b");
        assertThat(words(false, "x.py", parameters)).startsWith("bin/python3", "x.py");
    }

    @Test
    void argumentsAloneMeanPerlAsInTomcat() throws IOException {
        assertThat(words(false, "x.pl", Map.of("executable-arg-1", "-T")))
                .containsExactly("bin/perl", "-T", "x.pl", "a b");
    }

    @Test
    void aPrefixStandsBeforeEverything() throws IOException {
        Map<String, String> parameters =
                Map.of("commandPrefix", "prlimit --cpu=1 --", "interpreter.py", "python3");

        assertThat(words(false, "x.py", parameters))
                .containsExactly("bin/prlimit", "--cpu=1", "--", "bin/python3", "x.py", "a b");
        assertThat(words(false, "direct.cgi", parameters))
                .containsExactly("bin/prlimit", "--cpu=1", "--", "direct.cgi", "a b");
    }

    @Test
    void inAWebApplicationTheFirstLineIsEnough() throws IOException {
        assertThat(words(true, "x.pl", Map.of()))
                .containsExactly("/usr/bin/perl", "-w -T", "x.pl", "a b");
        assertThat(words(true, "x.txt", Map.of())).containsExactly("x.txt", "a b");
        assertThat(words(true, "direct.cgi", Map.of())).containsExactly("direct.cgi", "a b");
        assertThat(words(false, "x.pl", Map.of())).containsExactly("x.pl", "a b");
    }

    @ParameterizedTest
    @CsvSource({
        "executable,nosuchprogram",
        "executable,/no/such/program",
        "interpreter.py,nosuchprogram -x",
        "interpreter.py,\"\"",
        "commandPrefix,nosuchprogram --",
        "executable-arg-x,-T"
    })
    void whatCannotBeRunFailsTheDeployment(String name, String value) {
        assertThatThrownBy(() -> words(false, "x.py", Map.of(name, value)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining(
                        name.startsWith("executable-arg") ? "executable-arg-x" : name);
    }

    /** The words of the command, those in the folder without it. */
    private List<String> words(boolean inWebApplication, String script, Map<String, String> given)
            throws IOException {
        Settings settings = CgiSettings.TABLE.read(given, "a test");
        ScriptRoot root = new ScriptRoot(folder, inWebApplication, folder);
        ExecutableSearch search = new ExecutableSearch(folder.resolve("bin") + ":/nowhere");
        Command command =
                new ScriptCommands(settings, root, search)
                        .command(
                                new Script(folder.resolve(script), "/" + script, ""),
                                List.of("a b"),
                                Map.of());
        assertThat(command.directory()).isEqualTo(folder);
        List<String> words = new ArrayList<>();
        words.add(command.program().toString());
        words.addAll(command.arguments());
        words.replaceAll(word -> word.replace(folder + "/", ""));
        return words;
    }

    private void program(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
