package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedWarTest {

    private static final String OK = "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\n'; pwd\n";

    @TempDir private Path folder;

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
            TomcatServer.end(tomcat);
        }
        assertThat(copy).doesNotExist();
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
