package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource({
        "foo,foo",
        "foo+bar%21+x%24y+%3Bls,foo|bar!|x\\$y|\\;ls",
        "a%20b,a b",
        "%C3%A4,\u00C3\u00A4",
        "a+-b,a|-b",
        "a=b,",
        "a+b%3D,a|b=",
        "'',",
        "-d+x,",
        "%2Dd+x,",
        "a%00b+c,",
        "a%zz+c,",
        "a%2,",
        "a++b,"
    })
    @DisplayName("R36 the words of a query without = are arguments, all or none of them")
    void arguments(String query, String arguments) {
        List<String> expected =
                arguments == null ? List.of() : Arrays.asList(arguments.split("\\|"));

        assertThat(arguments("GET", query, Map.of("enableCmdLineArguments", "true")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GET,1", "HEAD,1", "POST,0", "PUT,0"})
    @DisplayName("R36 for GET and HEAD only")
    void methods(String method, int count) {
        assertThat(arguments(method, "foo", Map.of("enableCmdLineArguments", "true")))
                .hasSize(count);
    }

    @Test
    @DisplayName("R36 off by default")
    void off() {
        assertThat(arguments("GET", "foo", Map.of())).isEmpty();
    }

    @Test
    @DisplayName("R36 the patterns of Tomcat's parameters are asked")
    void patterns() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("enableCmdLineArguments", "true");
        parameters.put("cmdLineArgumentsDecoded", "[a-z]+");
        assertThat(arguments("GET", "foo+bar", parameters)).containsExactly("foo", "bar");
        assertThat(arguments("GET", "foo+b%41r", parameters)).isEmpty();

        parameters.put("cmdLineArgumentsEncoded", "[a-c]+");
        assertThat(arguments("GET", "foo+bar", parameters)).isEmpty();
    }

    private static List<String> arguments(
            String method, String query, Map<String, String> parameters) {
        return CommandLine.of(CgiSettings.TABLE.read(parameters, "a test"))
                .arguments(Map.of("REQUEST_METHOD", method, "QUERY_STRING", query));
    }
}
