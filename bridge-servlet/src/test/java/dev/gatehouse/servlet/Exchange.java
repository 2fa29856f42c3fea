package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.GatewaySettings;
import dev.gatehouse.gateway.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mockito.stubbing.Stubber;

/** One request and its response at the edge of a unit test: what the container sees, in order. */
final class Exchange {

    final HttpServletRequest request = mock(HttpServletRequest.class);
    final HttpServletResponse response = mock(HttpServletResponse.class);
    final ServletContext context = mock(ServletContext.class);

    /** What the response was told, for example {@code "status 200"}, {@code "write abc"}. */
    final List<String> events = new ArrayList<>();

    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private boolean clientGone;
    private boolean committed;

    Exchange(String method, String uri) throws IOException {
        when(context.getContextPath()).thenReturn("");
        when(request.getServletContext()).thenReturn(context);
        when(context.getServerInfo()).thenReturn("Some Server/1.2 (x)");
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        when(request.getMethod()).thenReturn(method);
        when(request.getRequestURI()).thenReturn(path);
        when(request.getServletPath()).thenReturn("");
        when(request.getPathInfo()).thenReturn(path);
        when(request.getQueryString()).thenReturn(query < 0 ? null : uri.substring(query + 1));
        when(request.getProtocol()).thenReturn("HTTP/1.1");
        when(request.getScheme()).thenReturn("http");
        when(request.getServerName()).thenReturn("localhost");
        when(request.getServerPort()).thenReturn(8080);
        when(request.getLocalAddr()).thenReturn("127.0.0.1");
        when(request.getLocalPort()).thenReturn(8081);
        when(request.getRemoteAddr()).thenReturn("192.0.2.7");
        when(request.getRemotePort()).thenReturn(4711);
        when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
        when(request.getContentLengthLong()).thenReturn(-1L);
        when(request.getHeaderNames())
                .thenAnswer(call -> Collections.enumeration(headers.keySet()));
        when(request.getHeaders(any()))
                .thenAnswer(
                        call ->
                                Collections.enumeration(
                                        headers.getOrDefault(call.getArgument(0), List.of())));
        recordResponse();
    }

    static Exchange get(String uri) throws IOException {
        return new Exchange("GET", uri);
    }

    Exchange header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    Exchange body(byte[] body, long declaredLength) throws IOException {
        when(request.getContentLengthLong()).thenReturn(declaredLength);
        when(request.getInputStream()).thenReturn(new Input(body));
        return this;
    }

    Exchange clientGone() {
        clientGone = true;
        return this;
    }

    /** Lets an application answer, as a servlet that is mapped to everything would. */
    Exchange answeredBy(Application application) throws ServletException, IOException {
        return answeredBy(application, Map.of());
    }

    Exchange answeredBy(Application application, Map<String, String> parameters)
            throws ServletException, IOException {
        Settings settings = GatewaySettings.TABLE.read(parameters, "a test");
        PathResolver paths =
                new PathResolver(context, List.of("/*"), settings.get(GatewaySettings.STRICT_PATH));
        new Gateway("test", application, settings, new EnvironBuilder(settings, context, paths))
                .answer(request, response);
        return this;
    }

    private void recordResponse() throws IOException {
        ServletOutputStream out = new Output();
        when(response.getOutputStream()).thenReturn(out);
        when(response.isCommitted()).thenAnswer(call -> committed);
        record("status ").when(response).setStatus(anyInt());
        record("error ").when(response).sendError(anyInt());
        record("type ").when(response).setContentType(any());
        record("length ").when(response).setContentLengthLong(anyLong());
        record("reset").when(response).reset();
        doAnswer(call -> events.add("header " + call.getArgument(0) + ": " + call.getArgument(1)))
                .when(response)
                .addHeader(any(), any());
    }

    private Stubber record(String event) {
        return doAnswer(
                call -> {
                    Object[] arguments = call.getArguments();
                    events.add(event + (arguments.length == 0 ? "" : arguments[0]));
                    return null;
                });
    }

    private final class Output extends ServletOutputStream {

        @Override
        public void write(int b) {
            throw new AssertionError("the bridge writes blocks");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (clientGone) {
                throw new IOException("Broken pipe");
            }
            events.add("write " + new String(bytes, offset, length, ISO_8859_1));
        }

        @Override
        public void flush() {
            committed = true;
            events.add("flush");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("the bridge blocks");
        }
    }

    private static final class Input extends ServletInputStream {

        private final ByteArrayInputStream in;

        Input(byte[] body) {
            this.in = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new AssertionError("the bridge blocks");
        }
    }
}
