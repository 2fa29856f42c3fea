package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.ApplicationFactory;
import dev.gatehouse.gateway.DeploymentContext;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.SettingsTable;
import dev.gatehouse.gateway.SpoolBudget;
import dev.gatehouse.gateway.TemporaryFolder;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Makes CGI applications: {@code cgi:} for scripts of the web application (or the parameter {@code
 * scriptRoot}), {@code cgi:/a/directory} for those of a directory of the host.
 */
public final class CgiApplicationFactory implements ApplicationFactory {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.cgi");
    private static final long SPOOL_MEMORY = 16 << 20;

    /** For the service loader. */
    public CgiApplicationFactory() {}

    @Override
    public String scheme() {
        return "cgi";
    }

    @Override
    public SettingsTable settings() {
        return CgiSettings.TABLE;
    }

    @Override
    public Application create(String rest, Settings settings, DeploymentContext context) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new DeploymentException("CGI scripts do not run on Windows");
        }
        TemporaryFolder folder = TemporaryFolder.in(context.temporaryFolder(), "gatehouse-cgi-");
        try {
            return create(rest, settings, context, folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Application create(
            String rest, Settings settings, DeploymentContext context, TemporaryFolder folder) {
        ScriptRoot root =
                new ScriptRoots(settings, context).find(rest, () -> folder.resolve("scripts"));
        Map<String, String> fixed = Environment.of(settings, System.getenv());
        ScriptCommands commands =
                new ScriptCommands(settings, root, new ExecutableSearch(fixed.get("PATH")));
        Optional<ScriptLog> scriptLog = ScriptLog.of(settings);
        SpoolBudget budget = new SpoolBudget(SPOOL_MEMORY, settings.get(CgiSettings.MAX_SPOOL));
        ScriptRunner runner =
                new ScriptRunner(
                        settings,
                        System.getLogger("dev.gatehouse.application." + context.name()),
                        scriptLog);
        LOG.log(
                Level.INFO,
                "cgi \"{0}\" runs the scripts of {1}, by {2}",
                context.name(),
                root.directory(),
                runner.mechanism());
        return new CgiApplication(
                settings,
                new ScriptLookup(
                        root, settings.get(CgiSettings.SYMBOLIC_LINKS), context.contextPath()),
                new ScriptInputs(budget, folder.path()),
                new MetaVariables(settings, fixed, root, context.contextPath()),
                commands,
                runner,
                folder);
    }
}
