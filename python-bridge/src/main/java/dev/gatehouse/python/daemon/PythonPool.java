package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.StartResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Python application in worker processes.
 *
 * <p>Each call takes a thread of a worker, or waits for one; the calling thread itself speaks with
 * the worker. Thread-safe; runs on platform and on virtual threads.
 */
public final class PythonPool implements Application, AutoCloseable {

    private static final int MOST_WORKERS = 10;
    private static final int MOST_ATTEMPTS = 1000;

    private final PoolResources resources;
    private final Supervisor supervisor;
    private final PoolManagement management;
    private final RequestContents contents;

    private PythonPool(PoolResources resources, Supervisor supervisor) {
        this.resources = resources;
        this.supervisor = supervisor;
        this.management = new PoolManagement(supervisor, resources);
        this.contents =
                new RequestContents(
                        resources.options().streamBodies(),
                        resources.budget(),
                        resources.folder().path());
    }

    /**
     * Starts the workers and waits until all are ready.
     *
     * @throws DeploymentException if one does not become ready; none is left then
     */
    public static PythonPool start(PoolOptions options, WorkerOptions workers) {
        PoolResources resources = PoolResources.open(options, workers);
        Supervisor supervisor = new Supervisor(resources, workers);
        PythonPool pool = new PythonPool(resources, supervisor);
        try {
            new Housekeeper(supervisor, resources).start();
            supervisor.startAll();
            pool.management.register();
            return pool;
        } catch (Throwable e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Answers one request.
     *
     * @throws GatewayException with status 502 if the worker died, 503 if none became free, 504 if
     *     it took too long
     */
    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws Exception {
        String request = Exchange.describe(environ);
        RequestContent content = contents.of(environ);
        try {
            // One that has just died may have many idle connections.
            Set<Worker> ended = Set.of();
            for (int attempt = 1; ; attempt++) {
                RequestConnection connection = lease();
                Exchange exchange = new Exchange(connection, content, request, resources);
                try {
                    exchange.start(environ, startResponse);
                    return body(exchange);
                } catch (NotCalledException e) {
                    ended = with(connection.worker(), ended);
                    if (ended.size() == MOST_WORKERS || attempt == MOST_ATTEMPTS) {
                        throw new GatewayException(
                                502, ended.size() + " workers in a row ended before the call", e);
                    }
                }
            }
        } catch (Throwable e) {
            content.close();
            throw e;
        }
    }

    /** Replaces every process by one that loads the application anew, without losing a request. */
    public void reload() {
        supervisor.reload("on demand");
    }

    /** Ends the workers; requests in hand have the graceful timeout. Nothing is left afterwards. */
    @Override
    public void close() {
        management.close();
        supervisor.close();
    }

    private RequestConnection lease() {
        try {
            return resources.rotation().lease();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(503, "interrupted while waiting for a worker", e);
        }
    }

    private static Set<Worker> with(Worker worker, Set<Worker> others) {
        Set<Worker> all = new HashSet<>(others);
        all.add(worker);
        return all;
    }

    private static Iterable<byte[]> body(Exchange exchange) throws Exception {
        List<byte[]> first = exchange.firstBlocks();
        return exchange.isOver() ? first : new ResponseBody(exchange, first.stream().findFirst());
    }
}
