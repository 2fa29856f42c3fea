package dev.gatehouse.it.launcher.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Answers {@code "in"} at once, and {@code "out"} when a file appears. */
public final class Gate {

    private static final long POLL_MS = 10;

    private Gate() {}

    /** Waits for the file that the deployer named in {@code gate.file}. */
    public static Iterable<byte[]> application(
            Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("200 OK", List.of(new Header("Content-Type", "text/plain")));
        Path file = Path.of(environ.get("gate.file").toString());
        return () -> blocks(file);
    }

    private static Iterator<byte[]> blocks(Path file) {
        return Stream.of("in", "out")
                .map(
                        word -> {
                            while (word.equals("out") && !Files.exists(file)) {
                                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
                            }
                            return word.getBytes(US_ASCII);
                        })
                .iterator();
    }
}
