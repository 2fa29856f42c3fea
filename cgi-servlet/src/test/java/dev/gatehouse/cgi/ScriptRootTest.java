package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptRootTest {

    private static final String OK = "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\n'; pwd\n";

    @TempDir private Path folder;

    @Test
    @DisplayName("a directory of the host")
    void hostDirectory() throws Exception {
        try (Site site =
                Site.start(
                        "", List.of("/*"), Map.of("scriptRoot", "${folder}/webapp/WEB-INF/cgi"))) {
            site.script("sub/ok", OK);

            assertThat(site.get("/sub/ok").text()).isEqualTo(site.scripts() + "/sub\n");
        }
    }

    @Test
    @DisplayName("a default servlet in a context that is not the root")
    void defaultMapping() throws Exception {
        try (Site site = Site.start("/app", List.of("/"), Map.of())) {
            site.script("env", "#!/bin/sh", "printf 'Content-Type: x/y\\n\\n'; env");

            assertThat(site.get("/app/env/x").variable("SCRIPT_NAME")).isEqualTo("/app/env");
            assertThat(site.get("/app/env/x").variable("PATH_INFO")).isEqualTo("/x");
        }
    }

    @Test
    @DisplayName("without cgiPathPrefix, the root of the web application, and nothing private")
    void wholeWebApplication() throws Exception {
        try (Site site = Site.start("", List.of("/*"), Map.of("cgiPathPrefix", ""))) {
            site.script("secret", OK);
            site.script("../../public/ok", OK);

            assertThat(site.get("/public/ok").status()).isEqualTo(200);
            assertThat(site.get("/WEB-INF/cgi/secret").status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("no WAR carries execute permissions: there a #! line is enough")
    void noPermission() throws Exception {
        try (Site site = Site.start(Map.of())) {
            site.file("ok", OK);

            assertThat(site.get("/cgi-bin/ok").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a WAR that is not unpacked")
    void packedWar() throws Exception {
        Path war = folder.resolve("app.war");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(war))) {
            put(out, "WEB-INF/cgi/ok", OK);
            put(out, "WEB-INF/cgi/sub/deep", OK);
            put(
                    out,
                    "WEB-INF/web.xml",
                    """
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <servlet>
                        <servlet-name>cgi</servlet-name>
                        <servlet-class>dev.gatehouse.cgi.CgiServlet</servlet-class>
                        <init-param>
                          <param-name>cgiPathPrefix</param-name>
                          <param-value>WEB-INF/cgi</param-value>
                        </init-param>
                        <load-on-startup>1</load-on-startup>
                      </servlet>
                      <servlet-mapping>
                        <servlet-name>cgi</servlet-name>
                        <url-pattern>/cgi-bin/*</url-pattern>
                      </servlet-mapping>
                    </web-app>
                    """);
        }
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("base").toString());
        tomcat.setPort(0);
        ((StandardHost) tomcat.getHost()).setUnpackWARs(false);
        Context context =
                tomcat.addWebapp(tomcat.getHost(), "", war.toString(), new ContextConfig());
        context.setParentClassLoader(getClass().getClassLoader());
        tomcat.start();
        int port = tomcat.getConnector().getLocalPort();
        Path copy;
        try {
            copy = Path.of(get(port, "/cgi-bin/ok").text().strip());
            assertThat(copy).isDirectoryContaining("glob:**/ok");
            assertThat(get(port, "/cgi-bin/sub/deep").text().strip())
                    .isEqualTo(copy.resolve("sub").toString());
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
        assertThat(copy).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "scriptRoot,relative/path",
        "scriptRoot,/no/such/directory",
        "cgiPathPrefix,WEB-INF/nothing",
        "documentRoot,/no/such/directory",
        "executable,nosuchprogram"
    })
    @DisplayName("what is not there fails the deployment, with a message that names it")
    void wrong(String name, String value) {
        Settings settings = CgiSettings.TABLE.read(Map.of(name, value), "a test");

        assertThatThrownBy(
                        () ->
                                new CgiApplicationFactory()
                                        .create("", settings, new EmptyContext(folder)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageStartingWith(name + " must ")
                .hasMessageContaining('"' + value + '"');
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("two script roots are one too many")
    void ambiguous() {
        Settings settings =
                CgiSettings.TABLE.read(
                        Map.of("scriptRoot", "/", "cgiPathPrefix", "WEB-INF/cgi"), "a test");

        assertThatThrownBy(
                        () ->
                                new CgiApplicationFactory()
                                        .create("", settings, new EmptyContext(folder)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("two script roots");
    }

    /** A web application whose only folder is its root. */
    private record EmptyContext(Path temporaryFolder) implements DeploymentContext {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public ClassLoader classLoader() {
            return getClass().getClassLoader();
        }

        @Override
        public Optional<Path> realPath(String resource) {
            return resource.equals("/") ? Optional.of(temporaryFolder) : Optional.empty();
        }

        @Override
        public Set<String> resources(String folder) {
            return Set.of();
        }

        @Override
        public Optional<URL> resource(String resource) {
            return Optional.empty();
        }
    }

    private static Response get(int port, String path) throws IOException {
        try (Wire wire = new Wire(port)) {
            return wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").receive();
        }
    }

    private static void put(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content.getBytes(UTF_8));
        out.closeEntry();
    }
}
