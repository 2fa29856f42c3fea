package dev.gatehouse.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;

/** A body of known length in one piece. */
final class Hello {

    private static final String TYPE = "text/plain;charset=utf-8";

    private Hello() {}

    /** The body that both halves send, of {@code size} bytes. */
    static byte[] body(int size) {
        return "Hello, world\n".repeat(size / 13 + 1).substring(0, size).getBytes(UTF_8);
    }

    /** As an application. */
    static Application application(int size) {
        byte[] body = body(size);
        List<Header> headers =
                List.of(
                        new Header("Content-Type", TYPE),
                        new Header("Content-Length", Integer.toString(size)));
        return (environ, startResponse) -> {
            startResponse.start("200 OK", headers);
            return List.of(body);
        };
    }

    /** As a servlet. */
    static class Plain extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final byte[] body;

        Plain(int size) {
            this.body = body(size);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType(TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** As a servlet that looks at the headers of the request before. */
    static final class Reading extends Plain {

        private static final long serialVersionUID = 1L;

        Reading(int size) {
            super(size);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (lengthOfHeaders(request) == 0) {
                throw new IOException("a request without headers");
            }
            super.doGet(request, response);
        }

        private static int lengthOfHeaders(HttpServletRequest request) {
            int length = 0;
            Enumeration<String> names = request.getHeaderNames();
            while (names.hasMoreElements()) {
                Enumeration<String> values = request.getHeaders(names.nextElement());
                while (values.hasMoreElements()) {
                    length += values.nextElement().length();
                }
            }
            return length;
        }
    }
}
