package dev.gatehouse.it.launcher.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers the environ, one {@code key=value} per line, and whether its thread is a virtual one. */
public final class EnvironText implements Application {

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("200 OK", List.of(new Header("Content-Type", "text/plain")));
        Map<String, Object> all = new TreeMap<>(environ);
        all.put("thread", Thread.currentThread().toString());
        return List.of(
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"))
                        .getBytes(ISO_8859_1));
    }
}
