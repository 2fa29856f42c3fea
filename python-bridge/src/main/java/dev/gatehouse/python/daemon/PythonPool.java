package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;

/**
 * A Python application in worker processes.
 *
 * <p>Each call takes a thread of a worker, or waits for one; the calling thread itself speaks with
 * the worker. Thread-safe; runs on platform and on virtual threads.
 */
public final class PythonPool implements Application, AutoCloseable {

    private static final int MOST_ATTEMPTS = 10;

    private final PoolOptions options;
    private final Supervisor supervisor;
    private final Rotation rotation;
    private final RequestContents contents;

    private PythonPool(PoolOptions options, Supervisor supervisor) {
        this.options = options;
        this.supervisor = supervisor;
        this.rotation = supervisor.rotation();
        this.contents =
                new RequestContents(
                        options.streamBodies(), supervisor.budget(), supervisor.folder());
    }

    /**
     * Starts the workers and waits until all are ready.
     *
     * @throws DeploymentException if one does not become ready; none is left then
     */
    public static PythonPool start(PoolOptions options, WorkerOptions workers) {
        Supervisor supervisor = Supervisor.open(options, workers);
        try {
            supervisor.startAll();
            return new PythonPool(options, supervisor);
        } catch (Throwable e) {
            supervisor.close();
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
        RequestContent content = contents.of(environ);
        try {
            for (int attempt = 1; ; attempt++) {
                RequestConnection connection = lease();
                Exchange exchange = new Exchange(rotation, connection, content, environ, options);
                try {
                    exchange.start(environ, startResponse);
                    return body(exchange);
                } catch (NotCalledException e) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw new GatewayException(
                                502, attempt + " workers in a row ended before the call", e);
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
        supervisor.reload();
    }

    /** Ends the workers; requests in hand have the graceful timeout. Nothing is left afterwards. */
    @Override
    public void close() {
        supervisor.close();
    }

    private RequestConnection lease() {
        try {
            return rotation.lease();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(503, "interrupted while waiting for a worker", e);
        }
    }

    private static Iterable<byte[]> body(Exchange exchange) throws Exception {
        List<byte[]> first = exchange.firstBlocks();
        return exchange.isOver() ? first : new ResponseBody(exchange, first.stream().findFirst());
    }
}
