package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One connection; what is sent goes out byte for byte. Reads give up after 30 seconds. */
final class Wire implements AutoCloseable {

    private static final int DEADLINE = 30_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(DEADLINE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends text whose chars are bytes. */
    Wire send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Reads a response to anything but HEAD. */
    Response receive() throws IOException {
        return receive(false);
    }

    /** Reads a response. */
    Response receive(boolean toHead) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        if (status == 100) {
            return receive(toHead);
        }
        Response head = new Response(status, headers, new byte[0], true);
        return toHead || status == 204 || status == 304 ? head : withBody(head);
    }

    /** Reads status line and headers, and the first bytes of a chunked body. */
    String firstChunk() throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            // The head is not what is waited for.
        }
        return nextChunk();
    }

    /** The next chunk of a chunked body as text; empty at the end. */
    String nextChunk() throws IOException {
        String size = line();
        // Jetty sends the line end of a chunk with the next one.
        int length = Integer.parseInt(size.isEmpty() ? line() : size, 16);
        return new String(in.readNBytes(length), ISO_8859_1);
    }

    /** Waits for the first byte of a response. */
    void firstByte() throws IOException {
        in.read();
    }

    /** Breaks the connection off. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Response withBody(Response head) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = true;
        try {
            if (head.header("Transfer-Encoding").contains("chunked")) {
                readChunks(body);
            } else if (!head.header("Content-Length").isEmpty()) {
                int length = Integer.parseInt(head.header("Content-Length").get(0));
                body.writeBytes(in.readNBytes(length));
                complete = body.size() == length;
            } else {
                in.transferTo(body);
            }
        } catch (IOException | NumberFormatException e) {
            complete = false;
        }
        return new Response(head.status(), head.headers(), body.toByteArray(), complete);
    }

    private void readChunks(ByteArrayOutputStream body) throws IOException {
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            byte[] chunk = in.readNBytes(size);
            body.writeBytes(chunk);
            if (chunk.length < size) {
                throw new IOException("the chunk ended early");
            }
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            line.append((char) b);
            b = in.read();
        }
        if (b < 0) {
            throw new IOException("the connection ended within a line: " + line);
        }
        return line.toString().stripTrailing();
    }
}
