package dev.gatehouse.launcher.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.catalina.WebResource;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.webresources.JarWarResource;
import org.apache.catalina.webresources.JarWarResourceSet;

/**
 * A jar file in the WEB-INF/lib of a WAR, read once. Tomcat's own reads it from its beginning for
 * each class, which takes longer than all the rest of a start.
 */
final class NestedJar extends JarWarResourceSet {

    private final Path war;
    private final String name;

    /** By entry name; null while nobody needs it. */
    private volatile Map<String, byte[]> contents;

    /**
     * A set of resources, below WEB-INF/classes.
     *
     * @param war the archive
     * @param name the entry that is the jar file
     */
    NestedJar(WebResourceRoot root, Path war, String name) {
        super(root, "/WEB-INF/classes", war.toString(), name, "/");
        this.war = war;
        this.name = name;
    }

    @Override
    protected WebResource createArchiveResource(
            JarEntry entry, String webAppPath, Manifest manifest) {
        return new JarWarResource(this, webAppPath, getBaseUrlString(), entry, name) {
            @Override
            protected JarInputStreamWrapper getJarInputStreamWrapper() {
                byte[] content = contents().get(getResource().getName());
                return new JarInputStreamWrapper(getResource(), new ByteArrayInputStream(content));
            }
        };
    }

    /** Called now and then, as for everything that is held for speed only. */
    @Override
    public void gc() {
        super.gc();
        contents = null;
    }

    private Map<String, byte[]> contents() {
        Map<String, byte[]> read = contents;
        if (read == null) {
            read = read();
            contents = read;
        }
        return read;
    }

    private Map<String, byte[]> read() {
        Map<String, byte[]> read = new HashMap<>();
        try (JarFile archive = new JarFile(war.toFile(), false);
                // A JarInputStream would keep the manifest to itself.
                ZipInputStream jar =
                        new ZipInputStream(archive.getInputStream(archive.getJarEntry(name)))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                read.put(entry.getName(), jar.readAllBytes());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " in " + war, e);
        }
    }
}
