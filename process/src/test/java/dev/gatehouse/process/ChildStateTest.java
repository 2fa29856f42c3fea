package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildStateTest extends LauncherSuite {

    /** 32 and 33, with which glibc does as it likes. */
    private static final long SIGNALS_OF_THE_C_LIBRARY = 0x1_8000_0000L;

    @Test
    void theProgramRunsInTheGivenDirectory() throws IOException {
        assertThat(outputOf(shell("pwd -P"))).isEqualTo(folder.toRealPath() + "\n");
    }

    @Test
    void eachProgramHasItsOwnDirectoryWhateverTheOneBeforeHad() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));

        for (Path directory : List.of(folder, other, other, folder)) {
            assertThat(outputOf(shell("pwd -P").in(directory)))
                    .isEqualTo(directory.toRealPath() + "\n");
        }
    }

    @Test
    void aScriptRunsInItsOwnDirectoryByDefault() throws IOException {
        Path script = file("where", "#!/bin/sh\npwd -P\n", "rwx------");

        assertThat(outputOf(Command.of(script))).isEqualTo(folder.toRealPath() + "\n");
    }

    @Test
    void theProgramHasThreeDescriptors() throws IOException {
        assertThat(outputOf(shell("ls /proc/$$/fd; :"))).isEqualTo("0\n1\n2\n");
    }

    @Test
    void noSignalIsBlockedOrIgnored() throws IOException {
        String[] sets =
                outputOf(shell("sed -nE 's/^Sig(Blk|Ign):.//p' /proc/self/status")).split("\n");

        // What started this JVM may have made it ignore some, as nohup does; ProcessBuilder
        // cannot undo that.
        long inherited = mechanism == Mechanism.POSIX_SPAWN ? 0 : ignoredByThisJvm();
        assertThat(sets).hasSize(2);
        for (String set : sets) {
            assertThat(Long.parseUnsignedLong(set, 16) & ~SIGNALS_OF_THE_C_LIBRARY & ~inherited)
                    .as("signals %s", set)
                    .isZero();
        }
    }

    @Test
    void theProgramLeadsASessionOfItsOwn() throws IOException {
        assertThat(
                        outputOf(
                                shell(
                                                "read -r pid name state parent group session rest < /proc/$$/stat; echo $(($$ == group)) $(($$ == session))")
                                        .inOwnSession()))
                .isEqualTo("1 1\n");
    }

    @Test
    void withoutInputStdinIsAtItsEnd() throws IOException {
        assertThat(outputOf(shell("cat; readlink /proc/self/fd/0"))).isEqualTo("/dev/null\n");
    }

    @Test
    void theChildIsOursUnderItsPid() throws IOException {
        try (RunningProgram program = launcher.launch(shell("echo $$; read -r line"))) {
            assertThat(line(program.stdout())).isEqualTo(Long.toString(program.pid()));
            assertThat(program.exitStatus()).isEmpty();
        }
    }

    private static long ignoredByThisJvm() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .sum();
    }
}
