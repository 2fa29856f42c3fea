package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.WarFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the web application as Python can open them: where they lie, or copies if the WAR is
 * not unpacked, which are gone when this is closed. For one thread, at the deployment.
 */
final class ApplicationFiles implements AutoCloseable {

    private final DeploymentContext context;

    /** The copy of each folder, by its resource path. */
    private final Map<String, Path> copies = new HashMap<>();

    private Optional<Path> folder = Optional.empty();

    ApplicationFiles(DeploymentContext context) {
        this.context = context;
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

    @Override
    public void close() {
        folder.ifPresent(ApplicationFiles::delete);
    }

    private Optional<Path> findInWar(String resource) {
        WarFolder whole = new WarFolder(context, resource + "/");
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
                    source.copyTo(target);
                    return target;
                });
    }

    private Path folder() {
        if (folder.isEmpty()) {
            try {
                folder =
                        Optional.of(
                                // Only its owner has any permission on it.
                                Files.createTempDirectory(
                                        context.temporaryFolder().toAbsolutePath(),
                                        "gatehouse-python-"));
            } catch (IOException e) {
                throw new DeploymentException(
                        "cannot make a temporary folder in " + context.temporaryFolder(), e);
            }
        }
        return folder.get();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            // What Python compiled beside its sources goes, too.
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot delete " + folder, e);
        }
    }
}
