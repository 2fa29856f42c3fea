package dev.gatehouse.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

class SettingOptionsTest {

    @Command(name = "test")
    static final class TestCommand {
        @Option(names = "--threads")
        private int threads;

        @Parameters private String target;
    }

    private final TestCommand command = new TestCommand();
    private final CommandLine commandLine = new CommandLine(command);
    private final SettingOptions options = new SettingOptions();

    @BeforeEach
    void addTables() {
        options.add(
                "servlet",
                List.of(
                        setting("application", "--application", "text"),
                        setting("maxBodySize", "--max-body-size", "a number of bytes"),
                        setting("passAuthorization", "--pass-authorization", "true or false"),
                        setting("environ.*", "--environ.*", "text")),
                commandLine.getCommandSpec());
        options.add(
                "wsgi",
                List.of(
                        setting("threads", "--threads", "1..64"),
                        setting("executable-arg-*", "--executable-arg-*", "text"),
                        setting("passAuthorization", "--pass-authorization", "true or false")),
                commandLine.getCommandSpec());
    }

    private static SettingLine setting(String name, String option, String expected) {
        return new SettingLine(
                name,
                option,
                expected,
                Optional.of("100%"),
                "About " + name + ".",
                text -> !text.equals("wrong"));
    }

    @Test
    void givesWhatWasSetByParameterName() {
        commandLine.parseArgs("--max-body-size", "1G", "x");

        assertThat(options.values()).containsExactly(Map.entry("maxBodySize", "1G"));
    }

    @Test
    void saysThatAValueIsMalformed() {
        assertThatThrownBy(() -> commandLine.parseArgs("--max-body-size=wrong", "x"))
                .isInstanceOf(ParameterException.class)
                .hasMessage(
                        "Invalid value for option '--max-body-size': must be a number of"
                                + " bytes, was \"wrong\"");
    }

    @Test
    void givesNothingThatWasNotSet() {
        commandLine.parseArgs("x");

        assertThat(options.values()).isEmpty();
    }

    @Test
    void takesAFlagWithAndWithoutItsValue() {
        commandLine.parseArgs("--pass-authorization", "x");
        assertThat(options.values()).containsEntry("passAuthorization", "true");
        assertThat(command.target).isEqualTo("x");

        commandLine.parseArgs("--pass-authorization=false", "x");
        assertThat(options.values()).containsEntry("passAuthorization", "false");
    }

    @Test
    void takesAFamilyWhoseNamesGoOnAfterAHyphen() {
        commandLine.parseArgs("--executable-arg", "1=-T", "x");

        assertThat(options.values()).containsExactly(Map.entry("executable-arg-1", "-T"));
    }

    @Test
    void aSettingOfTwoTablesIsOneOption() {
        assertThat(commandLine.getCommandSpec().optionsMap())
                .containsKey("--pass-authorization")
                .doesNotContainKey("--wsgi-pass-authorization");
    }

    @Test
    void takesAFamilyAsPairs() {
        commandLine.parseArgs("--environ", "A=b", "--environ", "C=d=e", "x");

        assertThat(options.values()).isEqualTo(Map.of("environ.A", "b", "environ.C", "d=e"));
    }

    @Test
    void prefixesAnOptionThatIsTaken() {
        commandLine.parseArgs("--threads", "3", "--wsgi-threads", "15", "x");

        assertThat(options.values()).containsExactly(Map.entry("threads", "15"));
        assertThat(command.threads).isEqualTo(3);
    }

    @Test
    void leavesTheApplicationToTheCommand() {
        assertThat(commandLine.getCommandSpec().optionsMap()).doesNotContainKey("--application");
    }

    @Test
    void takesTheLastOfTwoValues() {
        commandLine.parseArgs("--max-body-size", "1", "--max-body-size", "2", "x");

        assertThat(options.values()).containsExactly(Map.entry("maxBodySize", "2"));
    }

    @Test
    void explainsEverySettingWithItsDefault() {
        assertThat(commandLine.getUsageMessage())
                .contains("Settings of every application:")
                .contains("About maxBodySize. Default: 100%.")
                .contains("Settings of wsgi applications:")
                .contains("--wsgi-threads");
    }
}
