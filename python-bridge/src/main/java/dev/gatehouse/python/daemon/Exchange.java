package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.LoggedException;
import dev.gatehouse.gateway.StartResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request in the hands of one worker thread: the request frame out, frames in until END.
 *
 * <p>Used by one thread at a time; only {@link #expire()} comes from another.
 */
final class Exchange {

    private static final int LARGEST_MESSAGE = 64 * 1024;

    private enum State {
        RUNNING,
        /** END or ABORT has come, and the connection is back in the rotation. */
        OVER,
        /** Given up by us; the connection is closed. */
        GIVEN_UP,
        /** Over its deadline; the connection is closed. */
        EXPIRED
    }

    private final Rotation rotation;
    private final Arrivals arrivals;
    private final RequestConnection connection;
    private final FrameReader reader;
    private final RequestContent content;
    private final Stopwatch stopwatch;
    private final Duration limit;
    private final int headerLimit;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final String request;
    private final RequestedBody requestBody;
    private boolean started;
    private boolean hasLoggedError;
    private Optional<WorkerFile> file = Optional.empty();

    /** Sends the body on while the client is slow; null until the response is known to go on. */
    private volatile ResponseBody body;

    Exchange(
            RequestConnection connection,
            RequestContent content,
            String request,
            PoolResources resources) {
        PoolOptions options = resources.options();
        this.rotation = resources.rotation();
        this.arrivals = resources.arrivals();
        this.connection = connection;
        this.reader = connection.reader();
        this.content = content;
        this.requestBody = new RequestedBody(content);
        this.limit = options.timeouts().request();
        this.stopwatch = new Stopwatch(limit);
        this.headerLimit = options.headerLimit();
        this.request = request;
        connection.begin(this);
    }

    /** Method and target of a request, for the log. */
    static String describe(Map<String, Object> environ) {
        return Environ.method(environ) + " " + Environ.value(environ, Environ.REQUEST_URI);
    }

    /**
     * Sends the request and waits for status and headers.
     *
     * @throws NotCalledException if the worker ended before it called the application
     */
    void start(Map<String, Object> environ, StartResponse startResponse) throws Exception {
        try {
            connection.sendRequest(environ, content.first(), content.hasMore(), arrivals);
            awaitHead(startResponse);
        } catch (IOException e) {
            throw failure(e);
        } catch (Throwable e) {
            giveUp();
            throw e;
        }
    }

    /**
     * What is known of the body without waiting: the whole of it, or what there is to start with.
     */
    List<byte[]> firstBlocks() throws IOException {
        if (isEndHere()) {
            return List.of();
        }
        if (!reader.hasNext(Frame.DATA)) {
            return List.of();
        }
        reader.next();
        byte[] first = reader.part();
        isEndHere();
        return List.of(first);
    }

    /** Whether the response is complete. */
    boolean isOver() {
        return state.get() == State.OVER;
    }

    /**
     * Waits for the next part of the body.
     *
     * @return empty once the worker has sent all of it; a file may follow, see {@link #file()}
     */
    Optional<byte[]> next() throws Exception {
        if (isOver()) {
            return Optional.empty();
        }
        try {
            return awaitPart();
        } catch (IOException e) {
            throw failure(e);
        } catch (Throwable e) {
            giveUp();
            throw e;
        }
    }

    /** The file that is the last part of the body, if one is. */
    Optional<WorkerFile> file() {
        return file;
    }

    /** Ends the request early; the worker's thread finds its connection closed. Idempotent. */
    void giveUp() {
        if (state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
            disconnect();
        }
    }

    /** Frees the request body. */
    void closeContent() throws IOException {
        content.close();
    }

    /** Whether the request is over its deadline. */
    boolean isLate() {
        return stopwatch.isOver() && state.get() == State.RUNNING;
    }

    /**
     * Answers for the worker, which took too long; the thread that waits for it gets a 504.
     *
     * @return false if it has just been answered
     */
    boolean expire() {
        boolean late = state.compareAndSet(State.RUNNING, State.EXPIRED);
        if (late) {
            disconnect();
        }
        return late;
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    /** Whether the rest of the request can do without the client. */
    boolean isIndependent() {
        return content.isHere();
    }

    /** Method and target, for the log. */
    String request() {
        return request;
    }

    ResponseBody body() {
        return body;
    }

    void body(ResponseBody responseBody) {
        body = responseBody;
    }

    private void awaitHead(StartResponse startResponse) throws Exception {
        while (!started) {
            int type = reader.next();
            if (type == Frame.HEAD) {
                byte[] payload = reader.payload(headerLimit + Short.BYTES);
                started = true;
                ResponseHead head = ResponseHead.of(payload);
                startResponse.start(head.status(), head.headers());
            } else {
                takeBesides(type);
            }
        }
    }

    private Optional<byte[]> awaitPart() throws Exception {
        while (reader.left() == 0) {
            int type = reader.next();
            switch (type) {
                case Frame.DATA -> {}
                case Frame.FILE -> openFile();
                case Frame.END -> {
                    end();
                    return Optional.empty();
                }
                default -> takeBesides(type);
            }
        }
        byte[] part = reader.part();
        isEndHere();
        return Optional.of(part);
    }

    /** Takes END if it is what follows, and has arrived. */
    private boolean isEndHere() throws IOException {
        boolean here = reader.left() == 0 && reader.hasNext(Frame.END);
        if (here) {
            reader.next();
            end();
        }
        return here;
    }

    /** Takes a frame that may come at any time. */
    private void takeBesides(int type) throws Exception {
        switch (type) {
            case Frame.READ ->
                    requestBody.answer(
                            ByteBuffer.wrap(reader.payload(Integer.BYTES)).getInt(), connection);
            case Frame.LOG -> {
                Worker worker = connection.worker();
                Level level = worker.applicationLog().record(reader, worker.lastLines());
                hasLoggedError |= level == Level.ERROR;
            }
            case Frame.ABORT -> {
                ByteBuffer abort = ByteBuffer.wrap(reader.payload(LARGEST_MESSAGE));
                int status = abort.getShort();
                end();
                if (requestBody.failure().isPresent()) {
                    throw requestBody.failure().get();
                }
                String message = UTF_8.decode(abort).toString();
                throw hasLoggedError
                        ? new LoggedException(status, message)
                        : new WorkerException(status, message);
            }
            default -> throw ProtocolException.unexpected(type);
        }
    }

    private void openFile() throws IOException {
        ByteBuffer region = ByteBuffer.wrap(reader.payload(Integer.BYTES + 2 * Long.BYTES));
        file = connection.worker().openFile(region.getInt(), region.getLong(), region.getLong());
        connection.send(file.isPresent() ? Frame.FILE_TAKEN : Frame.FILE_REFUSED);
    }

    private void end() throws IOException {
        if (state.compareAndSet(State.RUNNING, State.OVER)) {
            connection.end();
            rotation.release(connection);
        }
        content.close();
    }

    private void disconnect() {
        connection.end();
        connection.close();
        rotation.giveUp(connection);
    }

    /** What it means that the connection broke. */
    private Exception failure(IOException e) {
        boolean expired = state.get() == State.EXPIRED;
        Worker worker = connection.worker();
        boolean called =
                started || worker.files().board().wasCalled(connection.slot(), connection.number());
        if (!expired && called) {
            worker.blame();
        }
        giveUp();
        if (expired) {
            return WorkerException.late(worker, limit);
        }
        return called ? WorkerException.ended(worker) : new NotCalledException(e);
    }
}
