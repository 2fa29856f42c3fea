package dev.gatehouse.cgi;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.WarFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the script root that the parameters name. */
final class ScriptRoots {

    private final Settings settings;
    private final DeploymentContext context;

    ScriptRoots(Settings settings, DeploymentContext context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * The script root.
     *
     * @param named what follows {@code cgi:} in the parameter application; may be empty
     * @param copy where a WAR that is not unpacked can be copied to, made when it is needed
     * @throws DeploymentException if there is no such directory, or two are named
     */
    ScriptRoot find(String named, Supplier<Path> copy) {
        String directory = named.isEmpty() ? settings.get(CgiSettings.SCRIPT_ROOT) : named;
        String prefix = settings.get(TomcatSettings.CGI_PATH_PREFIX);
        if (directory.isEmpty()) {
            return inWebApplication(prefix, copy);
        }
        if (!prefix.isEmpty() || (!named.isEmpty() && settings.isSet(CgiSettings.SCRIPT_ROOT))) {
            throw new DeploymentException(
                    "there are two script roots; leave one of cgiPathPrefix, scriptRoot and"
                            + " application=cgi:DIRECTORY");
        }
        Path root = directory(CgiSettings.SCRIPT_ROOT, directory);
        return new ScriptRoot(root, false, documents(root));
    }

    private ScriptRoot inWebApplication(String prefix, Supplier<Path> copy) {
        String folder = ("/" + prefix + "/").replaceAll("/{2,}", "/");
        Optional<Path> unpacked = context.realPath(folder).filter(Files::isDirectory);
        WarFolder packed = new WarFolder(context, folder);
        Path root;
        if (unpacked.isPresent()) {
            root = real(unpacked.get());
        } else if (packed.exists()) {
            root = real(copy.get());
            packed.copyTo(root, PosixFilePermissions.fromString("rwx------"));
        } else {
            throw new DeploymentException(
                    "cgiPathPrefix must be a folder of the web application, was \"%s\""
                            .formatted(prefix));
        }
        return new ScriptRoot(root, true, documents(context.realPath("/").orElse(root)));
    }

    private Path documents(Path standard) {
        String set = settings.get(CgiSettings.DOCUMENT_ROOT);
        return set.isEmpty() ? real(standard) : directory(CgiSettings.DOCUMENT_ROOT, set);
    }

    private Path directory(Setting<String> setting, String text) {
        Optional<Path> path = absolute(text);
        if (path.filter(Files::isDirectory).isPresent()) {
            return real(path.get());
        }
        throw new DeploymentException(
                "%s must be an absolute path of a directory, was \"%s\"%s"
                        .formatted(
                                setting.name(), text, path.map(ScriptRoots::whatItIs).orElse("")));
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String whatItIs(Path path) {
        return Files.exists(path) ? ", which is a file" : ", which does not exist";
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new DeploymentException("cannot read the directory " + directory, e);
        }
    }
}
