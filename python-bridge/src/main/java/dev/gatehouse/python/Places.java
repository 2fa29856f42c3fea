package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an application lies.
 *
 * @param application what START names: {@code place:callable}
 * @param script the script file, if the application is one
 * @param directory the working directory
 * @param path folders for sys.path
 * @param home the virtualenv, if there is one
 * @param wheels the folder of wheels, if there is one
 */
record Places(
        String application,
        Optional<Path> script,
        Path directory,
        List<Path> path,
        Optional<Path> home,
        Optional<Path> wheels) {

    private static final String DEFAULT_FOLDER = "WEB-INF/python";

    /** What WEB-INF/lib is for Java. */
    private static final String WHEELS = "WEB-INF/wheels";

    /**
     * Finds everything.
     *
     * @throws DeploymentException if something is not there
     */
    static Places of(
            PythonTarget target,
            Settings settings,
            ApplicationFiles files,
            DeploymentContext context) {
        String chdir = settings.get(WorkerSettings.CHDIR);
        String home = settings.get(WorkerSettings.PYTHON_HOME);
        Optional<Path> script =
                target.isScript()
                        ? Optional.of(existing("application", target.place(), files))
                        : Optional.empty();
        return new Places(
                script.map(Path::toString).orElse(target.place()) + ":" + target.callable(),
                script,
                chdir.isEmpty()
                        ? defaultDirectory(script, files, context)
                        : folder(WorkerSettings.CHDIR, chdir, files),
                Stream.of(settings.get(WorkerSettings.PYTHON_PATH).split(":"))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> existing("pythonPath", entry, files))
                        .toList(),
                home.isEmpty()
                        ? Optional.empty()
                        : Optional.of(folder(WorkerSettings.PYTHON_HOME, home, files)),
                files.find(WHEELS));
    }

    private static Path defaultDirectory(
            Optional<Path> script, ApplicationFiles files, DeploymentContext context) {
        return script.map(Path::getParent)
                .or(() -> files.find(DEFAULT_FOLDER).filter(Files::isDirectory))
                .orElseGet(() -> context.temporaryFolder().toAbsolutePath());
    }

    private static Path folder(Setting<String> setting, String path, ApplicationFiles files) {
        Path folder = existing(setting.name(), path, files);
        if (!Files.isDirectory(folder)) {
            throw new DeploymentException(
                    "%s must be a folder, was \"%s\"".formatted(setting.name(), path));
        }
        return folder;
    }

    private static Path existing(String setting, String path, ApplicationFiles files) {
        return files.find(path)
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
