package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an application lies.
 *
 * @param application what START names: {@code place:callable}
 * @param script the script file, if the application is one
 * @param directory the working directory
 * @param home the virtualenv, if there is one
 */
record Places(String application, Optional<Path> script, Path directory, Optional<Path> home) {

    private static final String DEFAULT_FOLDER = "/WEB-INF/python";

    /**
     * Finds everything.
     *
     * @throws DeploymentException if something is not there
     */
    static Places of(PythonTarget target, Settings settings, DeploymentContext context) {
        String chdir = settings.get(PythonSettings.CHDIR);
        Optional<Path> script =
                target.isScript()
                        ? Optional.of(resolve("application", target.place(), context))
                        : Optional.empty();
        String home = settings.get(PythonSettings.PYTHON_HOME);
        return new Places(
                script.map(Path::toString).orElse(target.place()) + ":" + target.callable(),
                script,
                chdir.isEmpty() ? defaultDirectory(script, context) : folder(chdir, context),
                home.isEmpty()
                        ? Optional.empty()
                        : Optional.of(resolve("pythonHome", home, context)));
    }

    private static Path folder(String chdir, DeploymentContext context) {
        Path folder = resolve("chdir", chdir, context);
        if (!Files.isDirectory(folder)) {
            throw new DeploymentException("chdir must be a folder, was \"" + chdir + "\"");
        }
        return folder;
    }

    private static Path defaultDirectory(Optional<Path> script, DeploymentContext context) {
        return script.map(Path::getParent)
                .or(() -> context.realPath(DEFAULT_FOLDER).filter(Files::isDirectory))
                .orElseGet(() -> context.temporaryFolder().toAbsolutePath());
    }

    /** A path of the host, or a relative one in the web application. */
    private static Path resolve(String setting, String path, DeploymentContext context) {
        Optional<Path> found =
                path.startsWith("/") ? Optional.of(Path.of(path)) : context.realPath("/" + path);
        return found.filter(Files::exists)
                .map(Path::toAbsolutePath)
                .orElseThrow(
                        () ->
                                new DeploymentException(
                                        "%s: there is no \"%s\"%s"
                                                .formatted(
                                                        setting,
                                                        path,
                                                        path.startsWith("/")
                                                                ? ""
                                                                : " in the web application")));
    }
}
