package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final Path PROGRAM = Path.of("/srv/cgi-bin/hello");

    @Test
    void aProgramRunsInItsOwnFolderWithAllThreeStreams() {
        assertThat(Command.of(PROGRAM, "a"))
                .isEqualTo(
                        new Command(
                                PROGRAM,
                                List.of("a"),
                                Environment.EMPTY,
                                Path.of("/srv/cgi-bin"),
                                true,
                                true,
                                false));
    }

    @Test
    void eachChangeKeepsTheRest() {
        Command command =
                Command.of(PROGRAM, "a")
                        .withEnvironment(Map.of("A", "1"))
                        .in(Path.of("/tmp"))
                        .withoutInput()
                        .discardingErrors()
                        .inOwnSession();

        assertThat(command)
                .isEqualTo(
                        new Command(
                                PROGRAM,
                                List.of("a"),
                                new Environment(Map.of("A", "1")),
                                Path.of("/tmp"),
                                false,
                                false,
                                true));
    }

    @Test
    void relativePathsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of(Path.of("hello")))
                .withMessage("program must be absolute, was hello");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of(PROGRAM).in(Path.of("here")))
                .withMessage("directory must be absolute, was here");
    }

    @Test
    void whatCannotBeACStringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of(PROGRAM, "a\0b"))
                .withMessage("an argument contains NUL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.of(PROGRAM, "\u20ac"))
                .withMessage("not a native string: U+20AC at index 0");
    }

    @Test
    void itsTextHasNoSecrets() {
        assertThat(Command.of(PROGRAM, "--password=x").withEnvironment(Map.of("TOKEN", "y")))
                .hasToString("/srv/cgi-bin/hello in /srv/cgi-bin");
    }
}
