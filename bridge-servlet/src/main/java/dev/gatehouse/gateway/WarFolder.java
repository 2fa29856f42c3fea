package dev.gatehouse.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A folder of a WAR that is not unpacked.
 *
 * @param context the web application
 * @param folder its path, beginning and ending with a slash
 */
public record WarFolder(DeploymentContext context, String folder) {

    /** Whether there is anything in it. */
    public boolean exists() {
        return !context.resources(folder).isEmpty();
    }

    /**
     * Copies the folder, WEB-INF and META-INF at the root of the WAR excepted.
     *
     * @param target a directory, made if it does not exist
     * @param permissions those of files and folders, whatever the umask is: a WAR says nothing of
     *     them
     * @throws DeploymentException if that fails
     */
    public void copyTo(Path target, Set<PosixFilePermission> permissions) {
        try {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, permissions);
            copy(folder, target, permissions);
        } catch (IOException e) {
            throw new DeploymentException(
                    "cannot copy %s of the web application to %s".formatted(folder, target), e);
        }
    }

    private void copy(String source, Path target, Set<PosixFilePermission> permissions)
            throws IOException {
        for (String resource : context.resources(source)) {
            String name = resource.substring(source.length()).replaceFirst("/$", "");
            Path copy = target.resolve(name);
            if (source.equals("/") && isPrivate(name)) {
                continue;
            }
            if (resource.endsWith("/")) {
                copy(resource, Files.createDirectory(copy), permissions);
            } else {
                copyFile(resource, copy);
            }
            Files.setPosixFilePermissions(copy, permissions);
        }
    }

    /** Servlets keep these from clients (Servlet 6.0, 10.5). */
    private static boolean isPrivate(String name) {
        return name.equalsIgnoreCase("WEB-INF") || name.equalsIgnoreCase("META-INF");
    }

    private void copyFile(String resource, Path target) throws IOException {
        URL url =
                context.resource(resource)
                        .orElseThrow(() -> new IOException(resource + " has disappeared"));
        URLConnection connection = url.openConnection();
        // A cached connection would keep the WAR open after undeployment.
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, target);
        }
    }
}
