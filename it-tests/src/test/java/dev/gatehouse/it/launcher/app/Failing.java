package dev.gatehouse.it.launcher.app;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;

/** Cannot be made. */
public final class Failing implements Application {

    /** Fails. */
    public Failing() {
        throw new IllegalStateException("no database", new IllegalArgumentException("no URL"));
    }

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        return List.of();
    }
}
