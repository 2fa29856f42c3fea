package dev.gatehouse.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One file of the site, held in memory.
 *
 * @param type its Content-Type
 * @param content its bytes
 * @param tag changes with the content
 */
record Asset(String type, byte[] content, EntityTag tag) {

    /**
     * Reads a file that lies beside this class.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static Asset load(String name, String type) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("dev/gatehouse/sample/" + name);
            }
            byte[] content = in.readAllBytes();
            return new Asset(type, content, EntityTag.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
