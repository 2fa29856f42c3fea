package dev.gatehouse.servlet;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.ResponseHead;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.Write;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The response side of one request: {@code start_response}, {@code write} and the body.
 *
 * <p>Nothing reaches the container before the first non-empty block, so that everything can still
 * be replaced by a clean error. Bytes are counted against Content-Length.
 */
final class ResponseWriter implements StartResponse, Write {

    private enum State {
        /** No call of start_response yet. */
        NEW,
        /** start_response was called, and may have failed. */
        STARTED,
        /** Status and headers are with the container. */
        SENT
    }

    private final ResponseHeads heads;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AtomicBoolean ended;
    private final boolean toHead;
    private State state = State.NEW;
    private HeadSender sender;
    private ResponseHead head;
    private OutputStream out;
    private long left;

    /**
     * The response to a request.
     *
     * @param ended becomes true when the container may use the response for another
     */
    ResponseWriter(
            HttpServletRequest request,
            HttpServletResponse response,
            ResponseHeads heads,
            AtomicBoolean ended) {
        this.heads = heads;
        this.ended = ended;
        this.request = request;
        this.response = response;
        this.toHead = request.getMethod().equals("HEAD");
    }

    @Override
    public Write start(String status, List<Header> headers) {
        if (state != State.NEW || ended.get()) {
            throw new ContractException(
                    ended.get()
                            ? "start_response was called after the response had ended"
                            : "start_response was called twice, the second time without an error");
        }
        accept(status, headers);
        return this;
    }

    @Override
    public Write start(String status, List<Header> headers, Throwable error) {
        if (error == null) {
            return start(status, headers);
        }
        if (state == State.SENT || ended.get()) {
            throw Sneaky.thrown(error);
        }
        head = null;
        accept(status, headers);
        return this;
    }

    private void accept(String status, List<Header> headers) {
        state = State.STARTED;
        sender = heads.of(status, headers);
        head = sender.head();
    }

    @Override
    public void write(byte[] block) throws IOException {
        if (ended.get()) {
            throw new ContractException("write was called after the response had ended");
        }
        send(block);
    }

    /** Sends a body, each block before the next is asked for. */
    void send(Iterable<byte[]> body) throws IOException {
        if (body == null) {
            throw new ContractException("the application returned null instead of a body");
        }
        if (body instanceof FileWrapper file && file.region().isPresent() && isUntouched()) {
            sendFile(file.region().get());
        } else if (body instanceof Collection<byte[]> blocks
                && blocks.size() == 1
                && state != State.SENT) {
            sendOnly(body.iterator().next());
        } else {
            sendAll(body);
        }
    }

    /** Whether the response can still be replaced by another. */
    boolean isReplaceable() {
        return !response.isCommitted();
    }

    /** Whether the client has all that Content-Length promised. */
    boolean isComplete() {
        return state == State.SENT && head.contentLength() >= 0 && left == 0;
    }

    /** Takes back what the container has of the response; headers that filters set stay. */
    void discard() {
        if (state == State.SENT) {
            response.reset();
        } else {
            response.resetBuffer();
        }
    }

    private boolean isUntouched() {
        return state == State.STARTED && head != null;
    }

    private void sendAll(Iterable<byte[]> body) throws IOException {
        Iterator<byte[]> blocks = body.iterator();
        if (blocks == null) {
            throw new ContractException("the body has no iterator");
        }
        // PEP 3333: start_response may be called as late as in the first iteration. Once it is
        // known that no body is sent, there is no need to make one.
        while (!(head != null && isBodiless()) && blocks.hasNext()) {
            send(blocks.next());
        }
        finish();
    }

    private void send(byte[] block) throws IOException {
        if (block == null) {
            throw new ContractException("the body holds a null block");
        }
        if (block.length == 0) {
            return;
        }
        requireHead();
        if (isBodiless()) {
            sendHead();
            return;
        }
        if (head.contentLength() >= 0) {
            left = state == State.SENT ? left : head.contentLength();
            if (block.length > left) {
                // Not a byte of it: what is short of its length is seen to be broken.
                throw new ContractException(
                        "the body is longer than its Content-Length of " + head.contentLength());
            }
            left -= block.length;
        } else if (state != State.SENT) {
            LastChunk.require(request, response);
        }
        sendHead();
        transfer(block);
        flush();
    }

    /** The whole body is one block: its length is known, and nothing needs to be flushed. */
    private void sendOnly(byte[] block) throws IOException {
        if (block == null) {
            throw new ContractException("the body holds a null block");
        }
        requireHead();
        if (head.contentLength() >= 0 && head.contentLength() != block.length && !isBodiless()) {
            throw new ContractException(
                    "the body has %d bytes, but Content-Length says %d"
                            .formatted(block.length, head.contentLength()));
        }
        sendHead();
        if (head.contentLength() < 0 && !head.bodiless()) {
            response.setContentLengthLong(block.length);
        }
        if (!isBodiless()) {
            transfer(block);
        }
    }

    private void sendFile(FileWrapper.Region region) throws IOException {
        long length = head.contentLength() < 0 ? region.length() : head.contentLength();
        if (length > region.length() && !isBodiless()) {
            throw new ContractException(
                    "the file has %d bytes, but Content-Length says %d"
                            .formatted(region.length(), length));
        }
        sendHead();
        if (!head.bodiless()) {
            response.setContentLengthLong(length);
        }
        if (!isBodiless()) {
            left = length;
            FileSender.send(
                    new FileWrapper.Region(region.path(), region.offset(), length),
                    request,
                    response);
            left = 0;
        }
    }

    private void finish() throws IOException {
        requireHead();
        long missing = state == State.SENT ? left : head.contentLength();
        if (head.contentLength() >= 0 && missing > 0 && !isBodiless()) {
            throw new ContractException(
                    "the body is %d bytes short of its Content-Length of %d"
                            .formatted(missing, head.contentLength()));
        }
        sendHead();
        if (toHead && head.contentLength() < 0) {
            // Containers but Tomcat would add a Content-Length of 0, which a GET does not have.
            flushHead();
        }
    }

    private void requireHead() {
        if (head == null) {
            throw new ContractException(
                    state == State.NEW
                            ? "the application did not call start_response before its body"
                            : "the application's call of start_response failed");
        }
    }

    private boolean isBodiless() {
        return toHead || head.bodiless();
    }

    private void sendHead() throws ClientGoneException {
        if (state == State.SENT) {
            return;
        }
        sender.send(response);
        state = State.SENT;
        if (head.bodiless()) {
            // Jetty would add a Content-Length of 0, which is not that of the resource.
            flushHead();
        }
    }

    private void transfer(byte[] block) throws ClientGoneException {
        try {
            if (out == null) {
                out = response.getOutputStream();
            }
            out.write(block);
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    private void flushHead() throws ClientGoneException {
        try {
            response.flushBuffer();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }

    private void flush() throws ClientGoneException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
