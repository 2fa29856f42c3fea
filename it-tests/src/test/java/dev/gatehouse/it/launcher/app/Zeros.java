package dev.gatehouse.it.launcher.app;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Answers as many mebibytes of zeros as its path says. */
public final class Zeros implements Application {

    private static final int MEBIBYTE = 1 << 20;

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        long mebibytes = Long.parseLong(environ.get("PATH_INFO").toString().substring(1));
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", "application/octet-stream"),
                        new Header("Content-Length", "" + mebibytes * MEBIBYTE)));
        byte[] block = new byte[MEBIBYTE];
        return () -> LongStream.range(0, mebibytes).mapToObj(i -> block).iterator();
    }
}
