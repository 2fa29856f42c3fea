package dev.gatehouse.launcher.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;

/** Loads classes from jar files inside an archive, from memory; meant to be thrown away soon. */
final class NestedJarLoader extends ClassLoader {

    private final Map<String, List<byte[]>> contents = new HashMap<>();

    private NestedJarLoader(ClassLoader parent) {
        super(parent);
    }

    /**
     * A loader of the jar files whose entries in an archive begin with a prefix.
     *
     * @throws IOException if the archive or a jar file in it cannot be read
     */
    static ClassLoader of(Path archive, String prefix, ClassLoader parent) throws IOException {
        NestedJarLoader loader = new NestedJarLoader(parent);
        try (JarFile file = new JarFile(archive.toFile(), false)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".jar")) {
                    try (JarInputStream jar =
                            new JarInputStream(file.getInputStream(entry), false)) {
                        loader.add(jar);
                    }
                }
            }
        }
        return loader;
    }

    private void add(JarInputStream jar) throws IOException {
        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            contents.computeIfAbsent(entry.getName(), name -> new ArrayList<>(1))
                    .add(jar.readAllBytes());
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        List<byte[]> code = contents.get(name.replace('.', '/') + ".class");
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code.get(0), 0, code.get(0).length);
    }

    @Override
    protected URL findResource(String name) {
        return contents.containsKey(name) ? url(name, contents.get(name).get(0)) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(
                contents.getOrDefault(name, List.of()).stream()
                        .map(content -> url(name, content))
                        .toList());
    }

    private static URL url(String name, byte[] content) {
        try {
            return new URL("memory", null, -1, "/" + name, new Memory(content));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Memory extends URLStreamHandler {

        private final byte[] content;

        Memory(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
