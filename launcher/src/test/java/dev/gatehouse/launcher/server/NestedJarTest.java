package dev.gatehouse.launcher.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.WebResource;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarTest {

    private static final String MANIFEST = "Manifest-Version: 1.0\r\n\r\n";

    @TempDir Path folder;

    private WarResources resources;

    @BeforeEach
    void start() throws Exception {
        byte[] jar = zip(Map.of("a/b.txt", "b".getBytes(UTF_8)));
        Path war =
                Files.write(folder.resolve("site.war"), zip(Map.of("WEB-INF/lib/nested.jar", jar)));
        StandardContext context = new StandardContext();
        context.setName("");
        context.setDocBase(war.toString());
        context.setParent(new StandardHost());
        resources = new WarResources(context, war);
        resources.start();
    }

    @AfterEach
    void stop() throws Exception {
        resources.stop();
        resources.destroy();
    }

    @Test
    void isPartOfTheClasses() throws Exception {
        assertThat(content("a/b.txt")).isEqualTo("b");
    }

    @Test
    void hasItsManifest() throws Exception {
        assertThat(content("META-INF/MANIFEST.MF")).isEqualTo(MANIFEST);
    }

    @Test
    void hasFolders() {
        assertThat(resource("META-INF").isDirectory()).isTrue();
        assertThat(resources.list("/WEB-INF/classes/META-INF")).containsExactly("MANIFEST.MF");
    }

    private String content(String name) throws IOException {
        URL url = resource(name).getURL();
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private WebResource resource(String name) {
        return resources.getResource("/WEB-INF/classes/" + name);
    }

    /** An archive with a manifest. */
    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/", new byte[0]);
        entries.put("META-INF/MANIFEST.MF", MANIFEST.getBytes(UTF_8));
        entries.putAll(files);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
