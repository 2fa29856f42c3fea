package dev.gatehouse.python.support;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.StartResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What answers in place of an application that does not start. */
public final class Sorry implements Application {

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("503 Service Unavailable", List.of());
        return List.of("sorry".getBytes(StandardCharsets.US_ASCII));
    }
}
