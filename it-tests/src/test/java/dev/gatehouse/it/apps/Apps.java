package dev.gatehouse.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import java.util.ArrayList;
import java.util.List;

/** Small applications, and parts of applications, that many tests need. */
public final class Apps {

    /** Plain text. */
    public static final Header TEXT = new Header("Content-Type", "text/plain");

    /** Answers with the request body, read to its end. */
    public static final Application ECHO =
            (environ, start) -> {
                byte[] all = Environ.input(environ).readAllBytes();
                start.start("200 OK", headers(TEXT));
                return List.of(all);
            };

    private Apps() {}

    /** Answers 200 with a body that is made for each request. */
    public static Application ok(Iterable<byte[]> body, Header... headers) {
        return answer("200 OK", body, headers);
    }

    /** Answers with any status. */
    public static Application answer(String status, Iterable<byte[]> body, Header... headers) {
        return (environ, start) -> {
            start.start(status, headers(headers));
            return body;
        };
    }

    /** Answers 200 with a text. */
    public static Application text(String text) {
        return ok(block(text), TEXT);
    }

    /** A body of one block, whose chars are bytes. */
    public static List<byte[]> block(String text) {
        return List.of(text.getBytes(ISO_8859_1));
    }

    /** Headers as start_response takes them. */
    public static List<Header> headers(Header... headers) {
        return new ArrayList<>(List.of(headers));
    }

    /** A declared length. */
    public static Header length(Object value) {
        return new Header("Content-Length", value.toString());
    }
}
