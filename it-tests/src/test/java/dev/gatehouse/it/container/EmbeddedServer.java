package dev.gatehouse.it.container;

import dev.gatehouse.it.border.ContainerDriver;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.http.RawClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One embedded container that runs one web application. */
public final class EmbeddedServer implements AutoCloseable {

    private final IsolatedLoader loader;
    private final ContainerDriver driver;
    private final int port;

    private EmbeddedServer(IsolatedLoader loader, ContainerDriver driver, int port) {
        this.loader = loader;
        this.driver = driver;
        this.port = port;
    }

    static EmbeddedServer start(IsolatedLoader loader, String driverClass, WebApp app)
            throws Exception {
        boolean virtual = "virtual".equals(System.getProperty("gatehouse.threads"));
        return inside(
                loader,
                () -> {
                    Class<?> type = loader.loadClass(driverClass);
                    ContainerDriver driver = (ContainerDriver) type.getConstructor().newInstance();
                    try {
                        return new EmbeddedServer(loader, driver, driver.start(app, virtual));
                    } catch (Exception e) {
                        driver.stop();
                        loader.close();
                        throw e;
                    }
                });
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Opens a connection. */
    public RawClient connect() throws IOException {
        return RawClient.connect(port);
    }

    /** What may stay behind when the server ends: its loader and the threads that came with it. */
    public Remains remains() {
        return new Remains(loader);
    }

    /**
     * Undeploys and ends the server.
     *
     * @throws IllegalStateException if the container does not end in order
     */
    @Override
    public void close() {
        try {
            inside(
                    loader,
                    () -> {
                        driver.stop();
                        loader.close();
                        return null;
                    });
        } catch (Exception e) {
            throw new IllegalStateException(loader.getName() + " did not end in order", e);
        }
    }

    /** Runs on a thread of its own, so that no thread-local of the container outlives it. */
    private static <T> T inside(ClassLoader loader, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "container-control");
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
