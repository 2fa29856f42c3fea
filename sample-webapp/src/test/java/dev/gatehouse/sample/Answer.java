package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.Write;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What an application answered. */
final class Answer implements StartResponse {

    private String status;
    private List<Header> headers;
    private Iterator<byte[]> blocks;

    @Override
    public Write start(String newStatus, List<Header> newHeaders) {
        status = newStatus;
        headers = List.copyOf(newHeaders);
        return block -> {};
    }

    @Override
    public Write start(String newStatus, List<Header> newHeaders, Throwable error) {
        return start(newStatus, newHeaders);
    }

    void body(Iterable<byte[]> body) {
        blocks = body.iterator();
    }

    int status() {
        return Integer.parseInt(status.substring(0, 3));
    }

    Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(Header::value).findFirst();
    }

    Iterator<byte[]> blocks() {
        return blocks;
    }

    /** The whole body. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        blocks.forEachRemaining(bytes::writeBytes);
        return bytes.toByteArray();
    }

    String text() {
        return new String(bytes(), UTF_8);
    }
}
