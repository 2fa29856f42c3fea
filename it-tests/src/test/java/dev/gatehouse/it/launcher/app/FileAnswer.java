package dev.gatehouse.it.launcher.app;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Answers the file that the deployer named in {@code answer.file}. */
public final class FileAnswer implements Application {

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws IOException {
        Path file = Path.of(environ.get("answer.file").toString());
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", "application/octet-stream"),
                        new Header("Content-Length", "" + Files.size(file))));
        return FileWrapper.of(file);
    }
}
