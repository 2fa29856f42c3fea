package dev.gatehouse.servlet;

import dev.gatehouse.gateway.FileWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Sends a part of a file: by the container's own sendfile where there is one. */
final class FileSender {

    private static final int BUFFER = 64 * 1024;

    private FileSender() {}

    /**
     * Sends the bytes; status, headers and Content-Length are set already.
     *
     * @throws ClientGoneException if the client went away
     * @throws IOException if the file cannot be read, or has become shorter
     */
    static void send(
            FileWrapper.Region region, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (TomcatSendfile.isPossible(region, request, response)) {
            TomcatSendfile.send(region, request);
        } else {
            copy(region, response);
        }
    }

    private static void copy(FileWrapper.Region region, HttpServletResponse response)
            throws IOException {
        try (FileChannel file = FileChannel.open(region.path(), StandardOpenOption.READ)) {
            file.position(region.offset());
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, region.length()));
            for (long left = region.length(); left > 0; left -= buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                if (file.read(buffer) < 0) {
                    throw new IOException(region.path() + " has become " + left + " bytes shorter");
                }
                buffer.flip();
                transfer(buffer, response);
            }
        }
    }

    private static void transfer(ByteBuffer buffer, HttpServletResponse response)
            throws ClientGoneException {
        try {
            OutputStream out = response.getOutputStream();
            out.write(buffer.array(), 0, buffer.limit());
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
