package dev.gatehouse.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** A body of many small blocks, each of which goes out before the next is made. */
final class BlockStream {

    private static final int BLOCKS = 1000;
    private static final byte[] BLOCK = "data: an event of a live stream\n\n".getBytes(UTF_8);
    private static final String TYPE = "text/event-stream;charset=utf-8";

    private BlockStream() {}

    /** As an application: the bridge flushes each block. */
    static Application application() {
        List<Header> headers = List.of(new Header("Content-Type", TYPE));
        return (environ, startResponse) -> {
            startResponse.start("200 OK", headers);
            return Collections.nCopies(BLOCKS, BLOCK);
        };
    }

    /** As a servlet that flushes each block. */
    static final class Plain extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType(TYPE);
            ServletOutputStream out = response.getOutputStream();
            for (int i = 0; i < BLOCKS; i++) {
                out.write(BLOCK);
                out.flush();
            }
        }
    }
}
