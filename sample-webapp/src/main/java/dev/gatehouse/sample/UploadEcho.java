package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Answers a request body of any size with its length and SHA-256, as text, or as JSON to those who
 * accept it. The body passes through as it arrives and is never held.
 */
public final class UploadEcho implements Application {

    /** For web.xml. */
    public UploadEcho() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws IOException, NoSuchAlgorithmException {
        String method = Environ.method(environ);
        if (!method.equals("POST") && !method.equals("PUT")) {
            return MethodNotAllowed.answer(startResponse, "POST, PUT");
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        InputStream body = Environ.input(environ);
        long length =
                body.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        String digest = HexFormat.of().formatHex(sha256.digest());

        boolean json = Environ.header(environ, "Accept").orElse("").contains("application/json");
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", json ? "application/json" : "text/plain"),
                        new Header("Cache-Control", "no-store")));
        String answer =
                json ? "{\"length\": %d, \"sha256\": \"%s\"}\n" : "length: %d bytes\nSHA-256: %s\n";
        return List.of(answer.formatted(length, digest).getBytes(US_ASCII));
    }
}
