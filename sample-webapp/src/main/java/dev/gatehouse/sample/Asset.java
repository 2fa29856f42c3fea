package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** One file of the site, held in memory. */
final class Asset {

    private final String type;
    private final byte[] content;
    private final EntityTag tag;

    private Asset(String type, byte[] content) {
        this.type = type;
        this.content = content;
        this.tag = EntityTag.of(content);
    }

    /**
     * Reads a file that lies beside this class.
     *
     * @param type its Content-Type
     * @throws UncheckedIOException if it cannot be read
     */
    static Asset load(String name, String type) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("dev/gatehouse/sample/" + name);
            }
            return new Asset(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return type;
    }

    /** The content, which is UTF-8. */
    String text() {
        return new String(content, UTF_8);
    }

    /** The body of a response. */
    Iterable<byte[]> body() {
        return List.of(content);
    }

    /** Changes with the content. */
    EntityTag tag() {
        return tag;
    }
}
