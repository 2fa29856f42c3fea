package dev.gatehouse.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A request in the making, for tests whose point is not how the request is written. */
public final class RawRequest {

    private final StringBuilder head = new StringBuilder();
    private String body = "";

    private RawRequest(String method, String target) {
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    }

    /** A request of any method; the target goes out as it is, its chars being bytes. */
    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target);
    }

    /** A GET request. */
    public static RawRequest get(String target) {
        return of("GET", target);
    }

    /** A POST request with a body of known length. */
    public static RawRequest post(String target, String body) {
        return of("POST", target).header("Content-Length", "" + body.length()).body(body);
    }

    /** A POST request whose body comes in one chunk per block. */
    public static RawRequest chunked(String target, String... blocks) {
        StringBuilder body = new StringBuilder();
        for (String block : blocks) {
            body.append(Integer.toHexString(block.length())).append("\r\n");
            body.append(block).append("\r\n");
        }
        return of("POST", target)
                .header("Transfer-Encoding", "chunked")
                .body(body.append("0\r\n\r\n").toString());
    }

    /** Adds one header field, as it is. */
    public RawRequest header(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    private RawRequest body(String text) {
        body = text;
        return this;
    }

    /** The request as it goes out. */
    public byte[] bytes() {
        return (head + "\r\n" + body).getBytes(ISO_8859_1);
    }
}
