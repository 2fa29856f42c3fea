package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.BodySpool;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.SpoolBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Takes in the bodies of requests, before a worker is taken: workers are scarce, and clients are
 * slow.
 *
 * @param stream whether bodies stay with the client until the worker asks for them
 * @param budget what all spools share
 * @param folder where spools make their files
 */
record RequestContents(boolean stream, SpoolBudget budget, Path folder) {

    /** What goes along with the request itself, in bytes. */
    static final int MOST_INLINE = 64 * 1024;

    private static final int MOST_MEMORY = 256 * 1024;
    private static final int BLOCK = 128 * 1024;

    /**
     * The body of a request.
     *
     * @throws IOException if the client went away
     * @throws dev.gatehouse.gateway.GatewayException if the body is too large, or there is no room
     */
    RequestContent of(Map<String, Object> environ) throws IOException {
        long declared = Environ.contentLength(environ).orElse(-1);
        if (declared == 0) {
            return RequestContent.NONE;
        }
        InputStream in = Environ.input(environ);
        if (stream && declared > 0) {
            return new RequestContent.Streamed(in);
        }
        // Without a length, only reading tells whether there is a body.
        byte[] first = declared < 0 ? firstByte(in) : in.readNBytes(inline(declared));
        if (first.length == 0) {
            return RequestContent.NONE;
        }
        if (stream) {
            return new RequestContent.Streamed(
                    new SequenceInputStream(new ByteArrayInputStream(first), in));
        }
        if (declared < 0) {
            first = append(first, in.readNBytes(MOST_INLINE - first.length));
        }
        return first.length < MOST_INLINE || first.length == declared
                ? new RequestContent.Complete(first)
                : spooled(first, in);
    }

    private RequestContent spooled(byte[] first, InputStream in) throws IOException {
        BodySpool spool = new BodySpool(budget, folder, MOST_MEMORY, Long.MAX_VALUE);
        try {
            // Whole blocks: Tomcat hands over 8 KiB at a time, and each would be a write to disk.
            byte[] block = new byte[BLOCK];
            int count = BLOCK;
            while (count == BLOCK) {
                count = in.readNBytes(block, 0, BLOCK);
                spool.write(block, 0, count);
            }
            return new RequestContent.Spooled(first, spool);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static int inline(long declared) {
        return (int) Math.min(declared, MOST_INLINE);
    }

    private static byte[] firstByte(InputStream in) throws IOException {
        int first = in.read();
        return first < 0 ? RequestContent.NONE.first() : new byte[] {(byte) first};
    }

    private static byte[] append(byte[] first, byte[] more) {
        byte[] both = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, both, first.length, more.length);
        return both;
    }
}
