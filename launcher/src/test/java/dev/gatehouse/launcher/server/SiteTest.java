package dev.gatehouse.launcher.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final String WEB_XML =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>both</param-name>
                <param-value>of web.xml</param-value>
              </context-param>
              <context-param>
                <param-name>own</param-name>
                <param-value>of web.xml</param-value>
              </context-param>
            </web-app>
            """;

    private final Tomcat tomcat = new Tomcat();

    @TempDir Path folder;

    @BeforeEach
    void useTheFolder() throws Exception {
        tomcat.setBaseDir(folder.toString());
        Files.createDirectories(folder.resolve("webapps"));
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        // The next embedded Tomcat would take this one's folder for its home, and make it again.
        System.clearProperty(Globals.CATALINA_HOME_PROP);
        System.clearProperty(Globals.CATALINA_BASE_PROP);
    }

    @Test
    void parametersWinOverThoseOfWebXml() throws Exception {
        ServletContext context = start(Map.of("both", "given", "new", "given"));

        assertThat(context.getInitParameter("both")).isEqualTo("given");
        assertThat(context.getInitParameter("new")).isEqualTo("given");
        assertThat(context.getInitParameter("own")).isEqualTo("of web.xml");
    }

    private ServletContext start(Map<String, String> parameters) throws Exception {
        StandardContext context = new Site(parameters).addTo(tomcat, war(), "");
        context.setUnpackWAR(false);
        tomcat.start();
        assertThat(context.getState()).isEqualTo(LifecycleState.STARTED);
        return context.getServletContext();
    }

    private Path war() throws IOException {
        Path war = folder.resolve("site.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            zip.write(WEB_XML.getBytes(UTF_8));
        }
        return war;
    }
}
