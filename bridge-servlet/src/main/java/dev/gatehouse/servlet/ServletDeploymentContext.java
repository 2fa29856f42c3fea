package dev.gatehouse.servlet;

import dev.gatehouse.gateway.DeploymentContext;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A web application as its applications may know it. */
record ServletDeploymentContext(String name, ServletContext context) implements DeploymentContext {

    @Override
    public String contextPath() {
        return RequestPath.ofContext(context.getContextPath());
    }

    @Override
    public ClassLoader classLoader() {
        return context.getClassLoader();
    }

    /**
     * Servlet 4.8.1 has containers provide one; Jetty's ServletContextHandler does not by itself.
     */
    @Override
    public Path temporaryFolder() {
        return context.getAttribute(ServletContext.TEMPDIR) instanceof File own
                ? own.toPath()
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Optional<Path> realPath(String resource) {
        return Optional.ofNullable(context.getRealPath(resource)).map(Path::of);
    }

    @Override
    public Set<String> resources(String folder) {
        Set<String> resources = context.getResourcePaths(folder);
        return resources == null ? Set.of() : resources;
    }

    @Override
    public Optional<URL> resource(String resource) {
        try {
            return Optional.ofNullable(context.getResource(resource));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no absolute resource path: " + resource, e);
        }
    }
}
