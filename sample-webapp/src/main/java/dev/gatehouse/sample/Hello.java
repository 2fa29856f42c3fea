package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;

/** Greets whom the path names: {@code /hello/Ada}. The shortest application worth reading. */
public final class Hello implements Application {

    /** For web.xml. */
    public Hello() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        String path = Environ.text(environ, Environ.PATH_INFO);
        String name = path.length() > 1 ? path.substring(1) : "World";
        startResponse.start(
                "200 OK", List.of(new Header("Content-Type", "text/plain; charset=utf-8")));
        return List.of(("Hello, " + name + "!\n").getBytes(UTF_8));
    }
}
