package dev.gatehouse.gateway;

import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What an {@link ApplicationFactory} may know of the web application in which it deploys; resource
 * paths begin with a slash and are relative to its root, for example {@code /WEB-INF/cgi/}.
 */
public interface DeploymentContext {

    /** The name under which the application is registered: the servlet name. */
    String name();

    /** The context path, decoded, its chars being bytes; empty for the root. */
    String contextPath();

    /** The class loader of the web application. */
    ClassLoader classLoader();

    /** A private folder for temporary files, kept until undeployment. */
    Path temporaryFolder();

    /**
     * Where a resource lies in the file system of the host.
     *
     * @param resource an absolute resource path
     * @return the file or folder; empty if it does not exist or the WAR is not unpacked
     */
    Optional<Path> realPath(String resource);

    /**
     * The resources directly below a folder; folders end with a slash.
     *
     * @param folder an absolute resource path that ends with a slash
     */
    Set<String> resources(String folder);

    /**
     * The content of a resource.
     *
     * @param resource an absolute resource path
     */
    Optional<URL> resource(String resource);
}
