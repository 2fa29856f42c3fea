package dev.gatehouse.servlet;

import dev.gatehouse.gateway.FileWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        byte[] block = new byte[(int) Math.min(BUFFER, region.length())];
        try (FileChannel file = FileChannel.open(region.path(), StandardOpenOption.READ)) {
            file.position(region.offset());
            for (long left = region.length(); left > 0; ) {
                int count = file.read(ByteBuffer.wrap(block, 0, (int) Math.min(BUFFER, left)));
                if (count < 0) {
                    throw new IOException(region.path() + " has become " + left + " bytes shorter");
                }
                transfer(block, count, response);
                left -= count;
            }
        }
    }

    private static void transfer(byte[] block, int length, HttpServletResponse response)
            throws ClientGoneException {
        try {
            response.getOutputStream().write(block, 0, length);
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
