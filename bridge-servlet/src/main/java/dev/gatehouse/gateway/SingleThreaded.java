package dev.gatehouse.gateway;

import java.util.Iterator;
import java.util.concurrent.Semaphore;

/**
 * Lets one request at a time into an application, in order of arrival: {@code multithread=false}.
 * The place is held from the call until the body is closed.
 */
public final class SingleThreaded implements Middleware {

    /** For the list of middleware, which makes its members with no arguments. */
    public SingleThreaded() {}

    @Override
    public Application wrap(Application inner) {
        Semaphore place = new Semaphore(1, true);
        return (environ, startResponse) -> {
            place.acquire();
            try {
                return new Held(inner.call(environ, startResponse), place);
            } catch (Throwable e) {
                place.release();
                throw e;
            }
        };
    }

    @SuppressWarnings("try")
    private record Held(Iterable<byte[]> body, Semaphore place)
            implements Iterable<byte[]>, AutoCloseable {

        @Override
        public Iterator<byte[]> iterator() {
            return body.iterator();
        }

        @Override
        public void close() throws Exception {
            try {
                if (body instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } finally {
                place.release();
            }
        }
    }
}
