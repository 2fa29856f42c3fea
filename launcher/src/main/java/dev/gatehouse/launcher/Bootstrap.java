package dev.gatehouse.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The only class at the root of the WAR: loads the launcher, Tomcat included, from the entries
 * below {@code WEB-INF/launcher/} of the WAR that it was started from.
 *
 * <p>Nothing is extracted, and nothing of it is on the class path of a container that the same WAR
 * is deployed to. Compiled for Java 8, so that an old JVM gets a sentence instead of an
 * UnsupportedClassVersionError.
 */
public final class Bootstrap extends ClassLoader {

    private static final int OLDEST_JAVA = 17;
    private static final String FOLDER = "WEB-INF/launcher/";
    private static final String MAIN = "dev.gatehouse.launcher.Main";

    static {
        registerAsParallelCapable();
    }

    private final JarFile war;
    private final String root;
    private final ProtectionDomain domain;

    private Bootstrap(File file, ClassLoader parent) throws IOException {
        super(parent);
        this.war = new JarFile(file, false);
        this.root = "jar:" + file.toURI() + "!/";
        this.domain = Bootstrap.class.getProtectionDomain();
    }

    /**
     * Runs the launcher.
     *
     * @param args the command line
     * @throws Throwable whatever the launcher throws
     */
    public static void main(String[] args) throws Throwable {
        String running = System.getProperty("java.specification.version");
        if (tooOld(running)) {
            System.err.println(
                    "Gatehouse needs Java "
                            + OLDEST_JAVA
                            + " or newer; this is Java "
                            + running
                            + " ("
                            + System.getProperty("java.home")
                            + ").");
            System.exit(1);
        }
        // The parent of the system loader is the platform loader (Java 9 and newer).
        Bootstrap loader = new Bootstrap(ownWar(), getSystemClassLoader().getParent());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (ClassNotFoundException e) {
            System.err.println(loader.war.getName() + " is damaged: it has no " + FOLDER);
            System.exit(1);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Whether a {@code java.specification.version}, for example 1.8 or 17, is not enough. */
    static boolean tooOld(String specificationVersion) {
        return specificationVersion.startsWith("1.")
                || Integer.parseInt(specificationVersion) < OLDEST_JAVA;
    }

    private static File ownWar() throws URISyntaxException {
        return new File(
                Bootstrap.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = war.getJarEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] code = content(entry);
            return defineClass(name, code, 0, code.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] content(JarEntry entry) throws IOException {
        byte[] content = new byte[(int) entry.getSize()];
        try (InputStream in = war.getInputStream(entry)) {
            int filled = 0;
            while (filled < content.length) {
                int count = in.read(content, filled, content.length - filled);
                if (count < 0) {
                    throw new IOException(entry + " is truncated");
                }
                filled += count;
            }
        }
        return content;
    }

    @Override
    protected URL findResource(String name) {
        if (war.getJarEntry(FOLDER + name) == null) {
            return null;
        }
        try {
            return new URL(root + FOLDER + name);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL resource = findResource(name);
        return resource == null
                ? Collections.<URL>emptyEnumeration()
                : Collections.enumeration(Collections.singleton(resource));
    }
}
