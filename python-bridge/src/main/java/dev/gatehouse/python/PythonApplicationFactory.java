package dev.gatehouse.python;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.ApplicationFactory;
import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.SettingsTable;
import dev.gatehouse.gateway.TemporaryFolder;
import dev.gatehouse.python.daemon.PythonPool;
import java.nio.file.Path;

/** Makes applications of {@code python:module:callable}. */
public final class PythonApplicationFactory implements ApplicationFactory {

    /** For {@link java.util.ServiceLoader}. */
    public PythonApplicationFactory() {}

    @Override
    public String scheme() {
        return "python";
    }

    @Override
    public SettingsTable settings() {
        return PythonSettings.TABLE;
    }

    @Override
    public Application create(String rest, Settings settings, DeploymentContext context) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new DeploymentException("Python applications do not run on Windows");
        }
        PythonTarget target = PythonTarget.parse(rest);
        ApplicationFiles files = new ApplicationFiles(context, parentOfCopies(settings, context));
        try {
            Places places = Places.of(target, settings, files, context);
            PythonPool pool =
                    PythonPool.start(
                            PoolConfiguration.of(settings, places, context),
                            WorkerConfiguration.of(settings, places, files.copies()));
            return new PythonApplication(pool, files);
        } catch (Throwable e) {
            files.close();
            throw e;
        }
    }

    /** A prefix may make the workers a user who cannot reach the container's own folders. */
    private static Path parentOfCopies(Settings settings, DeploymentContext context) {
        return settings.get(WorkerSettings.COMMAND_PREFIX).isEmpty()
                ? context.temporaryFolder()
                : TemporaryFolder.commonParents().stream()
                        .findFirst()
                        .orElseGet(context::temporaryFolder);
    }
}
