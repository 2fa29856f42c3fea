package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Fails on purpose: {@code /before} the first byte, which the gateway turns into a clean 500, or
 * {@code /after} it, when all that is left is to break the connection, so that nobody takes half a
 * response for a whole one.
 */
public final class ErrorDemo implements Application {

    /** For web.xml. */
    public ErrorDemo() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        String path = Environ.value(environ, Environ.PATH_INFO);
        return switch (path) {
            case "/before" -> throw new IllegalStateException("failed on purpose, before a byte");
            case "/after" -> {
                startResponse.start("200 OK", List.of(new Header("Content-Type", "text/plain")));
                yield HalfABody::new;
            }
            default -> throw new GatewayException(404, "the demo has /before and /after only");
        };
    }

    /** One block of two. */
    private static final class HalfABody implements Iterator<byte[]> {

        private boolean begun;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public byte[] next() {
            if (begun) {
                throw new IllegalStateException("failed on purpose, in the middle of the body");
            }
            begun = true;
            return "This is the first half of the body.\n".getBytes(UTF_8);
        }
    }
}
