package dev.gatehouse.servlet;

import dev.gatehouse.gateway.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code wsgi.input}: the request body, up to its end and never further.
 *
 * <p>The container's stream is not touched before the first read, so that {@code Expect:
 * 100-continue} is answered only when the application wants the body. After the request has ended
 * every read fails, so that a thread left behind cannot reach into the next request.
 */
final class RequestBody extends InputStream {

    private final long limit;
    private final long declared;
    private final HttpServletRequest request;
    private final AtomicBoolean ended;
    private InputStream in;
    private long count;
    private boolean atEnd;

    /**
     * The body of a request.
     *
     * @param limit how many bytes it may have
     * @param ended becomes true when the container may use the request for another
     */
    RequestBody(HttpServletRequest request, long limit, AtomicBoolean ended) {
        this.request = request;
        this.limit = limit;
        this.ended = ended;
        this.declared = request.getContentLengthLong();
        this.atEnd = declared == 0;
    }

    /** Content-Length, or -1 if the length is not known in advance. */
    long declaredLength() {
        return declared;
    }

    /**
     * Refuses a body that is declared to be too large.
     *
     * @throws BodyTooLargeException if it is
     */
    void checkDeclaredLength() {
        if (declared > limit) {
            throw new BodyTooLargeException(limit);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        requireCurrent();
        if (length == 0 || atEnd) {
            return length == 0 ? 0 : -1;
        }
        int read;
        try {
            if (in == null) {
                in = request.getInputStream();
            }
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new RequestBodyException("the request body broke off after " + count, e);
        }
        return read < 0 ? atEnd() : counted(read);
    }

    @Override
    public int available() throws IOException {
        requireCurrent();
        return in == null || atEnd ? 0 : in.available();
    }

    private void requireCurrent() throws IOException {
        if (ended.get()) {
            throw new IOException("the request has ended; its body cannot be read any more");
        }
    }

    private int atEnd() throws RequestBodyException {
        atEnd = true;
        if (count < declared) {
            throw new RequestBodyException(
                    "the request body ended after "
                            + count
                            + " of "
                            + declared
                            + " bytes: the client went away, or a filter read it before (a filter"
                            + " must not call getParameter)");
        }
        return -1;
    }

    private int counted(int read) {
        count += read;
        // Not every container ends its stream before it waits for the next request's bytes.
        atEnd = count == declared;
        if (count > limit) {
            throw new BodyTooLargeException(limit);
        }
        return read;
    }
}
