package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import java.util.Arrays;
import java.util.List;

/** Applications for tests. */
final class Apps {

    /** Answers 200 and the block {@code ok}. */
    static final Application OK = blocks("ok");

    private Apps() {}

    /** Answers 200 and these blocks. */
    static Application blocks(String... blocks) {
        return (environ, startResponse) -> {
            startResponse.start("200 OK", List.of());
            return bytes(blocks);
        };
    }

    /** Answers a value of its environ. */
    static Application environ(String key) {
        return (environ, startResponse) -> {
            startResponse.start("200 OK", List.of());
            return bytes(String.valueOf(environ.get(key)));
        };
    }

    /** Answers with a status and headers, given as name and value in turn. */
    static Application head(String status, String... headers) {
        return (environ, startResponse) -> {
            Header[] list = new Header[headers.length / 2];
            Arrays.setAll(list, i -> new Header(headers[2 * i], headers[2 * i + 1]));
            startResponse.start(status, List.of(list));
            return List.of();
        };
    }

    static List<byte[]> bytes(String... blocks) {
        return Arrays.stream(blocks).map(block -> block.getBytes(ISO_8859_1)).toList();
    }
}
