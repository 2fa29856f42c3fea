package dev.gatehouse.launcher.server;

import java.net.URL;
import java.util.List;

/**
 * What a web application sees of the launcher: the Servlet API and Tomcat, as in a Tomcat of its
 * own; not the classes of the command line.
 */
public final class ContainerLoader extends ClassLoader {

    private static final List<String> VISIBLE = List.of("jakarta.", "org.apache.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader launcher;

    /** A view of the loader that loaded the launcher. */
    public ContainerLoader() {
        super(ClassLoader.getPlatformClassLoader());
        this.launcher = ContainerLoader.class.getClassLoader();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isVisible(name)) {
            throw new ClassNotFoundException(name);
        }
        return launcher.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return isVisible(name.replace('/', '.')) ? launcher.getResource(name) : null;
    }

    private static boolean isVisible(String name) {
        return VISIBLE.stream().anyMatch(name::startsWith);
    }
}
