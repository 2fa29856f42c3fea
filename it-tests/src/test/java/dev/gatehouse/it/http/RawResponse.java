package dev.gatehouse.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.Header;
import java.util.List;
import java.util.Optional;

/**
 * One response as it came over the wire.
 *
 * @param head status line and headers
 * @param body the bytes of the body, without chunk framing
 * @param ending how the body ended
 */
public record RawResponse(Head head, byte[] body, Ending ending) {

    /** How a body ended. */
    public enum Ending {
        /** Its framing says that it is whole: Content-Length reached, last chunk seen, or none. */
        COMPLETE,
        /** The connection ended, and nothing tells whether the body is whole. */
        CONNECTION_CLOSED,
        /** The connection ended before its framing said so: the client knows that bytes lack. */
        TRUNCATED
    }

    /**
     * Status line and headers.
     *
     * @param version for example {@code HTTP/1.1}
     * @param status the three digits
     * @param headers in the order of the wire; repeated names stay separate
     */
    public record Head(String version, int status, List<Header> headers) {

        /** The values of all fields of that name, in the order of the wire. */
        public List<String> values(String name) {
            return headers.stream().filter(h -> h.is(name)).map(Header::value).toList();
        }

        /** Whether the body comes in chunks. */
        boolean chunked() {
            return values("Transfer-Encoding").stream().anyMatch("chunked"::equalsIgnoreCase);
        }

        /** The declared length of the body in bytes. */
        Optional<Long> contentLength() {
            return values("Content-Length").stream().findFirst().map(Long::valueOf);
        }
    }

    /** The three digits of the status line. */
    public int status() {
        return head.status();
    }

    /** The values of all fields of that name, in the order of the wire. */
    public List<String> headers(String name) {
        return head.values(name);
    }

    /** The body, its bytes as chars. */
    public String text() {
        return new String(body, ISO_8859_1);
    }

    /** Whether the framing says that nothing is missing. */
    public boolean complete() {
        return ending == Ending.COMPLETE;
    }
}
