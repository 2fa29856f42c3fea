package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A web.xml written for Tomcat's CGIServlet, of which only the class name was changed. */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
class TomcatMigrationTest {

    @Parameter private Container container;

    @Test
    @DisplayName("every parameter of Tomcat's is taken")
    void everyParameter() throws Exception {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("cgiMethods", "GET,POST");
        parameters.put("cgiPathPrefix", "WEB-INF/cgi");
        parameters.put("cmdLineArgumentsDecoded", "[\\w\\Q-.\\/:\\E]+");
        parameters.put("cmdLineArgumentsEncoded", "[\\w\\Q%;/?:@&,$-.!~*'()\\E]+");
        parameters.put("enableCmdLineArguments", "true");
        parameters.put("environment-variable-COLOUR", "green");
        parameters.put("executable", "/bin/sh");
        parameters.put("executable-arg-1", "-u");
        parameters.put("envHttpHeaders", "ACCEPT[-0-9A-Z]*|COOKIE|HOST|USER-AGENT");
        parameters.put("parameterEncoding", "UTF-8");
        parameters.put("passShellEnvironment", "true");
        parameters.put("stderrTimeout", "2000");
        try (Site site = Site.start(container, parameters)) {
            site.file(
                    "script.cgi",
                    "printf 'Content-Type: text/plain\\n\\n'; env; echo ARGS=$1,$2; echo FLAGS=$-");
            Response response = site.get("/cgi-bin/script.cgi?a+b", "User-Agent: test", "X-A: 1");

            assertThat(response.variable("COLOUR")).isEqualTo("green");
            assertThat(response.variable("ARGS")).isEqualTo("a,b");
            assertThat(response.variable("FLAGS")).contains("u");
            assertThat(response.variable("HTTP_USER_AGENT")).isEqualTo("test");
            assertThat(response.variable("HTTP_X_A")).isEqualTo("(unset)");
            assertThat(response.variable("HOME"))
                    .isEqualTo(System.getenv().getOrDefault("HOME", "(unset)"));
        }
    }
}
