package dev.gatehouse.gateway;

/**
 * Makes applications for one scheme of the {@code application} parameter, {@code scheme:rest}.
 *
 * <p>Found by {@link java.util.ServiceLoader} in the web application's class loader.
 */
public interface ApplicationFactory {

    /** The scheme, in lower case and without the colon, for example {@code cgi}. */
    String scheme();

    /** The parameters that this kind of application takes, beside those of every servlet. */
    SettingsTable settings();

    /**
     * Makes one application; called once per registration, while the web application starts.
     *
     * @param rest what follows the colon in the {@code application} parameter; may be empty
     * @param settings the values for {@link #settings()}
     * @param context where the application is being deployed
     * @return the application. If it is {@link AutoCloseable}, it is closed once at undeployment
     * @throws DeploymentException if the application cannot be made; the deployment fails, with
     *     this message followed by the name of the servlet
     */
    Application create(String rest, Settings settings, DeploymentContext context);
}
