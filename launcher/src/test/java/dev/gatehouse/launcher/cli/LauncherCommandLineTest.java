package dev.gatehouse.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what needs no WAR; the whole launcher is tested on the real one. */
class LauncherCommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new LauncherCommandLine(
                        Path.of("no.war"), new PrintWriter(out), new PrintWriter(err))
                .run(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --port x                          | Invalid value for option '--port': 'x' is not an int
                    --port 65536                      | --port must be 0..65535, was 65536
                    serve --port 1 --port 2           | option '--port' (PORT) should be specified only once
                    --threads 0                       | --threads must be 1 or more, was 0
                    --threads=x                       | Invalid value for option '--threads': 'x' is not an int
                    --server-threads 0                | --server-threads must be 1 or more, was 0
                    --threads 5 --virtual-threads     | --threads does not go with --virtual-threads
                    --graceful-timeout=-1             | --graceful-timeout must be 0 or more, was -1
                    --context-path shop               | --context-path must look like /name, was "shop"
                    --context-path /shop/             | --context-path must look like /name, was "/shop/"
                    --trusted-proxy localhost         | Invalid value for option '--trusted-proxy' (CIDR): must be an address or a block such as 10.0.0.0/8 or ::1, was "localhost"
                    app                               | Missing required parameter: 'CLASS'
                    wsgi                              | Missing required parameter: 'MODULE[:CALLABLE]'
                    wsgi a --server-threads 0         | --server-threads must be 1 or more, was 0
                    wsgi a --chdir /does/not/exist    | Invalid value for option '--chdir': no such folder: /does/not/exist
                    cgi                               | Missing required parameter: 'DIRECTORY'
                    app a.B c.D                       | Unmatched argument at index 2: 'c.D'
                    app a.B --classpath /does/not/exist | Invalid value for option '--classpath': no such file or folder: /does/not/exist
                    bogus                             | Unmatched argument at index 0: 'bogus'
                    """)
    void saysInOneLineWhatIsWrongWithTheCommandLine(String args, String message) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err).hasToString("gatehouse: " + message + " (see --help)\n");
        assertThat(out).hasToString("");
    }

    @Test
    void saysInOneLineThatTheWarCannotBeRead() {
        assertThat(run("app", "--help")).isEqualTo(1);
        assertThat(err.toString()).startsWith("gatehouse: cannot read").hasLineCount(1);
    }

    @Test
    void tellsItsVersionAndThatOfWhatItRunsOn() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .matches("Gatehouse \\d+\\.\\d+\\.\\d+ \\(Java \\d+, Tomcat 11\\.0\\.\\d+\\)\n");
    }

    @Test
    void listsItsCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve ", "app ", "wsgi ", "cgi ", "COMMAND --help");
    }
}
