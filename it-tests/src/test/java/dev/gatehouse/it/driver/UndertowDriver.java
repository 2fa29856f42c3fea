package dev.gatehouse.it.driver;

import dev.gatehouse.it.border.ContainerDriver;
import dev.gatehouse.it.border.WebApp;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.EventListener;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/** Undertow, the engine of WildFly, embedded. */
public final class UndertowDriver implements ContainerDriver {

    private static final int IO_THREADS = 2;
    private static final int WORKER_THREADS = 16;

    private final ServletContainer container = ServletContainer.Factory.newInstance();
    private DeploymentManager deployment;
    private Undertow undertow;

    @Override
    public int start(WebApp app, boolean virtualThreads) throws Exception {
        DeploymentInfo info = deployment(app);
        if (virtualThreads) {
            info.setExecutor(VirtualThreads.executor());
        }
        deployment = container.addDeployment(info);
        deployment.deploy();
        HttpHandler servlets = deployment.start();
        String prefix = app.contextPath().isEmpty() ? "/" : app.contextPath();
        undertow =
                listener(app)
                        .setIoThreads(IO_THREADS)
                        .setWorkerThreads(WORKER_THREADS)
                        .setHandler(new PathHandler().addPrefixPath(prefix, servlets))
                        .build();
        undertow.start();
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    private static Undertow.Builder listener(WebApp app) throws Exception {
        Undertow.Builder builder = Undertow.builder();
        return app.keys().isEmpty()
                ? builder.addHttpListener(0, "127.0.0.1")
                : builder.addHttpsListener(0, "127.0.0.1", app.keys().get().context())
                        .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED);
    }

    private static DeploymentInfo deployment(WebApp app) throws ClassNotFoundException {
        DeploymentInfo info =
                Servlets.deployment()
                        .setClassLoader(UndertowDriver.class.getClassLoader())
                        .setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath())
                        .setDeploymentName("it" + app.contextPath());
        info.addServletContainerInitializer(
                new ServletContainerInitializerInfo(
                        Registration.class,
                        new ImmediateInstanceFactory<>(new Registration(app)),
                        Set.of()));
        for (String listener : app.listeners()) {
            info.addListener(
                    new ListenerInfo(Class.forName(listener).asSubclass(EventListener.class)));
        }
        app.errorPages().forEach((status, path) -> info.addErrorPage(new ErrorPage(path, status)));
        return info;
    }

    @Override
    public void stop() throws Exception {
        if (undertow != null) {
            undertow.stop();
            deployment.stop();
        }
        deployment.undeploy();
        // XNIO registers itself once per class loader and never leaves; the tests look for leaks.
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName bean : beans.queryNames(new ObjectName("org.xnio:*"), null)) {
            beans.unregisterMBean(bean);
        }
    }
}
