package dev.gatehouse.launcher.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.webresources.StandardRoot;

/** The resources of a WAR that is not unpacked. */
final class WarResources extends StandardRoot {

    /**
     * The resources of a web application that has not started yet.
     *
     * @param war its archive
     */
    WarResources(StandardContext context, Path war) {
        super(context);
        try (JarFile archive = new JarFile(war.toFile(), false)) {
            archive.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("WEB-INF/lib/[^/]+\\.jar"))
                    .forEach(name -> addJarResources(new NestedJar(this, war, name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + war, e);
        }
    }

    @Override
    protected void processWebInfLib() {
        // They are all there already.
    }
}
