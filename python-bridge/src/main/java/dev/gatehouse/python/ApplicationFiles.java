package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.TemporaryFolder;
import dev.gatehouse.gateway.WarFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the web application as Python can open them: where they lie, or copies if the WAR is
 * not unpacked, which are gone when this is closed. For one thread, at the deployment.
 */
final class ApplicationFiles implements AutoCloseable {

    /** For whoever can enter the folder of all copies. */
    private static final Set<PosixFilePermission> READABLE =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private final DeploymentContext context;
    private final Path parent;

    /** The copy of each folder, by its resource path. */
    private final Map<String, Path> copies = new HashMap<>();

    private Optional<TemporaryFolder> folder = Optional.empty();

    /**
     * The files of a web application.
     *
     * @param parent where a folder for the copies is made if there are any
     */
    ApplicationFiles(DeploymentContext context, Path parent) {
        this.context = context;
        this.parent = parent;
    }

    /**
     * A file or folder.
     *
     * @param path an absolute path of the host, or a path in the web application
     * @return its absolute path; empty if there is none
     * @throws DeploymentException if it cannot be copied
     */
    Optional<Path> find(String path) {
        return path.startsWith("/")
                ? Optional.of(Path.of(path)).filter(Files::exists)
                : context.realPath("/" + path)
                        .filter(Files::exists)
                        .or(() -> findInWar("/" + Path.of(path).normalize()))
                        .map(Path::toAbsolutePath);
    }

    /** Where all copies lie, if there are any. */
    Optional<Path> copies() {
        return folder.map(TemporaryFolder::path);
    }

    @Override
    public void close() {
        try {
            // What Python compiled beside its sources goes, too.
            folder.ifPresent(TemporaryFolder::close);
        } catch (UncheckedIOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot delete a copy", e);
        }
    }

    private Optional<Path> findInWar(String resource) {
        WarFolder whole = new WarFolder(context, resource.equals("/") ? resource : resource + "/");
        if (whole.exists()) {
            return Optional.of(copy(whole));
        }
        if (context.resource(resource).isEmpty()) {
            return Optional.empty();
        }
        // With its neighbours, which a script imports.
        int name = resource.lastIndexOf('/') + 1;
        Path neighbours = copy(new WarFolder(context, resource.substring(0, name)));
        return Optional.of(neighbours.resolve(resource.substring(name)));
    }

    private Path copy(WarFolder source) {
        return copies.computeIfAbsent(
                source.folder(),
                path -> {
                    Path target = folder().resolve(Integer.toString(copies.size()));
                    source.copyTo(target, READABLE);
                    return target;
                });
    }

    private TemporaryFolder folder() {
        if (folder.isEmpty()) {
            folder = Optional.of(TemporaryFolder.in(parent, "gatehouse-python-"));
        }
        return folder.get();
    }
}
