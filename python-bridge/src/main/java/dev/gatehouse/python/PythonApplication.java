package dev.gatehouse.python;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.python.daemon.PythonPool;
import java.util.Map;

/**
 * A Python application, and the files that it needs until it is closed.
 *
 * @param pool answers the requests
 * @param files what it was loaded from
 */
record PythonApplication(PythonPool pool, ApplicationFiles files)
        implements Application, AutoCloseable {

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws Exception {
        return pool.call(environ, startResponse);
    }

    @Override
    public void close() {
        pool.close();
        files.close();
    }
}
