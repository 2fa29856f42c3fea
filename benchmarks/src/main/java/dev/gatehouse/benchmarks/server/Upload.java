package dev.gatehouse.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the whole request body, if there is one, and answers its length. */
final class Upload {

    private static final String TYPE = "text/plain;charset=utf-8";

    /** Small: in one of the rows 2,000 requests wait with one each. */
    private static final int BUFFER = 1024;

    private Upload() {}

    /** As an application. */
    static Application application() {
        return (environ, startResponse) -> {
            byte[] length = lengthOf(Environ.input(environ));
            startResponse.start(
                    "200 OK",
                    List.of(
                            new Header("Content-Type", TYPE),
                            new Header("Content-Length", Integer.toString(length.length))));
            return List.of(length);
        };
    }

    private static byte[] lengthOf(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            length += read;
        }
        return (length + "\n").getBytes(US_ASCII);
    }

    /** As a servlet. */
    static final class Plain extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            byte[] length = lengthOf(request.getInputStream());
            response.setContentType(TYPE);
            response.setContentLength(length.length);
            response.getOutputStream().write(length);
        }
    }
}
