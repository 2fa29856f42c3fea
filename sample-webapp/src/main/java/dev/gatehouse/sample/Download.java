package dev.gatehouse.sample;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of 16 MiB that is made while it is sent, {@code /numbers.txt}, with resumable downloads:
 * ranges are the application's own business (RFC 9110, 14), the gateway only carries them.
 */
public final class Download implements Application {

    static final long SIZE = 16 * 1024 * 1024;
    static final EntityTag TAG = new EntityTag("\"numbers-" + SIZE + "\"");

    /** For web.xml. */
    public Download() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        if (!Environ.value(environ, Environ.PATH_INFO).equals("/numbers.txt")) {
            throw new GatewayException(404, "there is numbers.txt only");
        }
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("ETag", TAG.value()));
        headers.add(new Header("Accept-Ranges", "bytes"));
        if (TAG.isKnown(environ)) {
            startResponse.start("304 Not Modified", headers);
            return List.of();
        }
        Optional<ByteRange> asked = range(environ);
        ByteRange range = asked.orElse(ByteRange.whole(SIZE));
        asked.ifPresent(r -> headers.add(new Header("Content-Range", r.contentRange(SIZE))));
        headers.add(new Header("Content-Type", "text/plain"));
        headers.add(new Header("Content-Length", Long.toString(range.length())));
        headers.add(new Header("Content-Disposition", "attachment; filename=\"numbers.txt\""));
        startResponse.start(status(asked), headers);
        return new NumberLines(range);
    }

    /** What the client asks for, if it is a part, and a part of what we still have. */
    private static Optional<ByteRange> range(Map<String, Object> environ) {
        boolean current = Environ.header(environ, "If-Range").map(TAG.value()::equals).orElse(true);
        return current && Environ.method(environ).equals("GET")
                ? Environ.header(environ, "Range").flatMap(range -> ByteRange.parse(range, SIZE))
                : Optional.empty();
    }

    private static String status(Optional<ByteRange> asked) {
        if (asked.isEmpty()) {
            return "200 OK";
        }
        return asked.get().length() == 0 ? "416 Range Not Satisfiable" : "206 Partial Content";
    }
}
