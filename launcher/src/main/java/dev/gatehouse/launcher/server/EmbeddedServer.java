package dev.gatehouse.launcher.server;

import dev.gatehouse.launcher.log.RootCause;
import dev.gatehouse.launcher.log.TomcatLog;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;

/** A running Tomcat with one web application. */
public final class EmbeddedServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.launcher");

    /** Tomcat tells a WAR from a folder by its name. */
    private static final String SUFFIX = ".war";

    private final ServerSettings settings;
    private final Tomcat tomcat;
    private final HttpProtocol protocol;
    private final RequestThreads threads;

    private EmbeddedServer(
            ServerSettings settings, Tomcat tomcat, HttpProtocol protocol, RequestThreads threads) {
        this.settings = settings;
        this.tomcat = tomcat;
        this.protocol = protocol;
        this.threads = threads;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param settings how it listens and works
     * @param application what it runs
     * @param war the file to take classes and resources from
     * @param folder for its temporary files, and those of the application
     * @throws LaunchException if the port cannot be had or the application fails to load
     */
    public static EmbeddedServer start(
            ServerSettings settings, WebApplication application, Path war, Path folder)
            throws LaunchException {
        if (!war.toString().endsWith(SUFFIX)) {
            throw new LaunchException(war + " needs a name that ends with " + SUFFIX);
        }
        ListenAddress.check(settings.host(), settings.port());
        RequestThreads threads =
                settings.threads().isPresent()
                        ? RequestThreads.platform(settings.threads().getAsInt())
                        : RequestThreads.virtual();
        HttpProtocol protocol = new HttpProtocol(threads);
        Tomcat tomcat = TomcatFactory.create(settings, folder);
        EmbeddedServer server = new EmbeddedServer(settings, tomcat, protocol, threads);
        StandardContext context = application.addTo(tomcat, war, settings.contextPath());
        try {
            server.start(context, new DeploymentFailure(application.failureAttribute()));
        } catch (LaunchException e) {
            server.stop();
            throw e;
        }
        return server;
    }

    private void start(StandardContext context, DeploymentFailure failure) throws LaunchException {
        TomcatFactory.configure(context);
        context.addLifecycleListener(failure);
        TomcatLog log = TomcatLog.hold();
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new LaunchException("the server failed to start: " + RootCause.message(e), e);
        }
        if (context.getState() != LifecycleState.STARTED) {
            // Where in its own code it failed, only the stack trace says.
            failure.thrown()
                    .ifPresent(
                            thrown ->
                                    LOG.log(
                                            System.Logger.Level.ERROR,
                                            "the application threw an exception",
                                            thrown));
            throw new LaunchException(
                    failure.reason()
                            .or(log::firstFailure)
                            .orElse("the web application failed to start"));
        }
        listen();
        log.release();
    }

    /** Nobody can connect before the web application is there to answer. */
    private void listen() throws LaunchException {
        Connector connector = ConnectorFactory.create(settings.host(), settings.port(), protocol);
        try {
            tomcat.getService().addConnector(connector);
        } catch (IllegalArgumentException e) {
            throw ListenAddress.failure(settings.host(), settings.port(), e);
        }
    }

    /** The version of Tomcat, for example {@code 11.0.27}. */
    public static String version() {
        String number = ServerInfo.getServerNumber();
        // Three numbers tell the release; the fourth is always 0.
        return number.substring(0, number.lastIndexOf('.'));
    }

    /** The port that it listens on. */
    public int port() {
        return protocol.getLocalPort();
    }

    /** Where the web application answers. */
    public URI address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port() + settings.contextPath() + "/");
    }

    /** Finishes the requests in flight, then stops the web application and the server. */
    @Override
    public void close() {
        try {
            new GracefulStop(protocol, threads).await(settings.gracefulTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private void stop() {
        threads.close();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            LOG.log(System.Logger.Level.WARNING, "the server did not stop cleanly", e);
        }
    }
}
