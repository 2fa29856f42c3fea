package dev.gatehouse.it.container;

import dev.gatehouse.cgi.CgiServlet;
import dev.gatehouse.gateway.Application;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.python.PythonApplicationFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads one container with the servlets and the drivers, apart from the tests and from every other
 * container. Only the JDK and the packages of {@link Border} are shared with the tests.
 */
final class IsolatedLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** Lets through what tests and containers share, and hides the rest of the tests' classes. */
    private static final class Border extends ClassLoader {

        private static final List<String> SHARED =
                List.of("dev.gatehouse.gateway.", "dev.gatehouse.it.border.");

        Border() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHARED.stream().anyMatch(name::startsWith)) {
                return IsolatedLoader.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    private IsolatedLoader(String name, URL[] classPath) {
        super(name, classPath, new Border());
    }

    /**
     * A loader of a container's jars.
     *
     * @param name the loader's name
     * @param jars the folder that holds the container
     */
    static IsolatedLoader of(String name, Path jars) throws IOException {
        List<URL> classPath = new ArrayList<>();
        classPath.add(location(IsolatedLoader.class));
        classPath.add(location(Application.class));
        classPath.add(location(CgiServlet.class));
        classPath.add(location(Launcher.class));
        classPath.add(location(PythonApplicationFactory.class));
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.sorted().toList()) {
                classPath.add(jar.toUri().toURL());
            }
        }
        return new IsolatedLoader(name, classPath.toArray(URL[]::new));
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
