package dev.gatehouse.cgi;

import dev.gatehouse.gateway.BodySpool;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.SpoolBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Prepares request bodies for scripts: small ones are read before a process is started, those of
 * unknown length (chunked) are stored, so that CONTENT_LENGTH is exact (RFC 3875, 4.1.2 and 4.2),
 * large ones pass as they come. Thread-safe.
 */
final class ScriptInputs {

    private static final int SMALL = 64 * 1024;

    private final SpoolBudget budget;
    private final Path folder;

    /**
     * The bodies of one application.
     *
     * @param budget the space for bodies of unknown length
     * @param folder where their temporary files go
     */
    ScriptInputs(SpoolBudget budget, Path folder) {
        this.budget = budget;
        this.folder = folder;
    }

    /**
     * The body of a request; sets CONTENT_LENGTH where it is missing.
     *
     * @throws IOException if the client breaks off
     * @throws GatewayException if the body is too large, or there is no room for it
     */
    ScriptInput of(Map<String, Object> environ) throws IOException {
        InputStream body = Environ.input(environ);
        OptionalLong length = Environ.contentLength(environ);
        if (length.isEmpty()) {
            return unknownLength(environ, body);
        }
        if (length.getAsLong() == 0) {
            return ScriptInput.NONE;
        }
        byte[] start = body.readNBytes((int) Math.min(SMALL, length.getAsLong()));
        InputStream first = new ByteArrayInputStream(start);
        return start.length == length.getAsLong()
                ? new StoredInput(first, start.length, first)
                : new ClientInput(new SequenceInputStream(first, body));
    }

    private ScriptInput unknownLength(Map<String, Object> environ, InputStream body)
            throws IOException {
        int first = body.read();
        if (first < 0) {
            return ScriptInput.NONE;
        }
        // maxBodySize is the business of the stream.
        BodySpool spool = new BodySpool(budget, folder, SMALL, Long.MAX_VALUE);
        try {
            spool.write(first);
            body.transferTo(spool);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
        environ.put(Environ.CONTENT_LENGTH, Long.toString(spool.size()));
        return new StoredInput(spool.read(), spool.size(), spool);
    }
}
