package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Where scripts may lie, and how the servlet may be mapped. */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
class DeployedScriptsTest {

    private static final String OK = "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\n'; pwd\n";

    @Parameter private Container container;

    @Test
    @DisplayName("a directory of the host")
    void hostDirectory() throws Exception {
        try (Site site =
                Site.start(
                        container,
                        "",
                        List.of("/*"),
                        Map.of("scriptRoot", "${folder}/webapp/WEB-INF/cgi"))) {
            site.script("sub/ok", OK);

            assertThat(site.get("/sub/ok").text()).isEqualTo(site.scripts() + "/sub\n");
        }
    }

    @Test
    @DisplayName("a default servlet in a context that is not the root")
    void defaultMapping() throws Exception {
        try (Site site = Site.start(container, "/app", List.of("/"), Map.of())) {
            site.script("env", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'; env");

            assertThat(site.get("/app/env/x").variable("SCRIPT_NAME")).isEqualTo("/app/env");
            assertThat(site.get("/app/env/x").variable("PATH_INFO")).isEqualTo("/x");
        }
    }

    @Test
    @DisplayName("without cgiPathPrefix, the root of the web application, and nothing private")
    void wholeWebApplication() throws Exception {
        try (Site site = Site.start(container, "", List.of("/*"), Map.of("cgiPathPrefix", ""))) {
            site.script("secret", OK);
            site.script("../../public/ok", OK);

            assertThat(site.get("/public/ok").status()).isEqualTo(200);
            assertThat(site.get("/WEB-INF/cgi/secret").status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("no WAR carries execute permissions: there a #! line is enough")
    void noPermission() throws Exception {
        try (Site site = Site.start(container, Map.of())) {
            site.file("ok", OK);

            assertThat(site.get("/cgi-bin/ok").status()).isEqualTo(200);
        }
    }
}
