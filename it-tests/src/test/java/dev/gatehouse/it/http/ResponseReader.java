package dev.gatehouse.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.it.http.RawResponse.Ending;
import dev.gatehouse.it.http.RawResponse.Head;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads responses off a connection as RFC 9112 frames them, and notices what is missing. */
final class ResponseReader {

    private final InputStream in;
    private boolean withinChunks;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next status line with its headers.
     *
     * @throws EOFException if the connection ends before it is whole
     */
    Head head() throws IOException {
        withinChunks = false;
        String[] start = line().split(" ", 3);
        List<Header> headers = new ArrayList<>();
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            headers.add(new Header(field.substring(0, colon), field.substring(colon + 1).strip()));
        }
        return new Head(start[0], Integer.parseInt(start[1]), List.copyOf(headers));
    }

    /** The body that belongs to a head, up to its end or that of the connection. */
    RawResponse body(Head head, boolean bodyless) throws IOException {
        if (bodyless || head.status() < 200 || head.status() == 204 || head.status() == 304) {
            return new RawResponse(head, new byte[0], Ending.COMPLETE);
        }
        if (head.chunked()) {
            return chunks(head);
        }
        Optional<Long> length = head.contentLength();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole = copy(body, length.orElse(Long.MAX_VALUE));
        Ending unframed = whole ? Ending.COMPLETE : Ending.CONNECTION_CLOSED;
        Ending framed = whole ? Ending.COMPLETE : Ending.TRUNCATED;
        return new RawResponse(head, body.toByteArray(), length.isPresent() ? framed : unframed);
    }

    /** One chunk; empty for the last one, after which the trailers have been read. */
    byte[] chunk() throws IOException {
        if (withinChunks) {
            // Servers send the end of a chunk only with the next one.
            line();
        }
        int size = Integer.parseInt(line().split(";")[0].strip(), 16);
        byte[] chunk = bytes(size);
        withinChunks = size > 0;
        while (size == 0 && !line().isEmpty()) {
            // a trailer
        }
        return chunk;
    }

    /** Exactly so many bytes. */
    byte[] bytes(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!copy(bytes, count)) {
            throw new EOFException("after " + bytes.size() + " of " + count + " bytes");
        }
        return bytes.toByteArray();
    }

    /** Whether the connection has ended, with nothing more to read; waits for either. */
    boolean ended() throws IOException {
        return read(new byte[1], 1) < 0;
    }

    private RawResponse chunks(Head head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
                body.writeBytes(chunk);
            }
        } catch (EOFException | SocketException e) {
            return new RawResponse(head, body.toByteArray(), Ending.TRUNCATED);
        }
        return new RawResponse(head, body.toByteArray(), Ending.COMPLETE);
    }

    private boolean copy(ByteArrayOutputStream to, long length) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
            int count = read(buffer, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return false;
            }
            to.write(buffer, 0, count);
            left -= count;
        }
        return true;
    }

    private int read(byte[] buffer, int length) throws IOException {
        try {
            return in.read(buffer, 0, length);
        } catch (SocketException reset) {
            return -1;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("after \"" + line.toString(ISO_8859_1) + '"');
            }
            line.write(b);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
