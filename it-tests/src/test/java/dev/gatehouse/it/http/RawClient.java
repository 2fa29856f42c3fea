package dev.gatehouse.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.it.http.RawResponse.Head;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * One connection to a server on the loopback interface. What is sent goes out byte for byte; every
 * read gives up after {@value #DEADLINE_MS} ms with a {@link java.net.SocketTimeoutException}.
 */
public final class RawClient implements Closeable {

    private static final int DEADLINE_MS = 20_000;

    private final Socket socket;
    private final ResponseReader reader;
    private boolean headRequest;
    private boolean oneResponse;
    private boolean reusable = true;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new ResponseReader(new BufferedInputStream(socket.getInputStream()));
    }

    /** Connects to a port of 127.0.0.1. */
    public static RawClient connect(int port) throws IOException {
        return connect(SocketFactory.getDefault(), port);
    }

    /** As above, over sockets of another kind. */
    public static RawClient connect(SocketFactory sockets, int port) throws IOException {
        Socket socket =
                sockets.createSocket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(DEADLINE_MS);
        socket.setTcpNoDelay(true);
        return new RawClient(socket);
    }

    /** The port of the server. */
    public int port() {
        return socket.getPort();
    }

    /** Sends bytes as they are. */
    public RawClient send(byte[] bytes) throws IOException {
        String text = new String(bytes, ISO_8859_1);
        headRequest |= text.startsWith("HEAD ");
        oneResponse |= text.contains(" HTTP/1.0\r\n");
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends text whose chars are bytes. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    /** Sends a request that is ready as bytes, and reads the response to it. */
    public RawResponse exchange(String request) throws IOException {
        return send(request).receive();
    }

    /** Sends a request and reads the response to it. */
    public RawResponse exchange(RawRequest request) throws IOException {
        return send(request.bytes()).receive();
    }

    /** Reads one whole response, or what there is of it; a 100 counts as a response. */
    public RawResponse receive() throws IOException {
        return rest(head());
    }

    /** Reads status line and headers only. */
    public Head head() throws IOException {
        reusable = false;
        return reader.head();
    }

    /** Reads the body that belongs to a head. */
    public RawResponse rest(Head of) throws IOException {
        RawResponse response = reader.body(of, headRequest);
        headRequest = false;
        reusable =
                !oneResponse && response.complete() && !of.values("Connection").contains("close");
        return response;
    }

    /** Reads one chunk of a chunked body as text whose chars are bytes; empty at the end. */
    public String chunk() throws IOException {
        return new String(reader.chunk(), ISO_8859_1);
    }

    /** Reads exactly so many bytes of a body as text whose chars are bytes. */
    public String bytes(int count) throws IOException {
        return new String(reader.bytes(count), ISO_8859_1);
    }

    /** Whether the server closes the connection without sending anything more. */
    public boolean closedByServer() throws IOException {
        reusable = false;
        return reader.ended();
    }

    /** Whether the last response ended where its framing said, and the connection goes on. */
    public boolean reusable() {
        return reusable;
    }

    /** Ends the sending side; responses can still be read. */
    public RawClient endOfRequests() throws IOException {
        reusable = false;
        socket.shutdownOutput();
        return this;
    }

    /** Breaks the connection off, as a client that dies does. */
    public void reset() throws IOException {
        reusable = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
