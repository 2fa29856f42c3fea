package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.GatewaySettings;
import dev.gatehouse.gateway.Settings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One application behind one servlet: the way of a request, from environ to close. Thread-safe. */
final class Gateway {

    private final Application application;
    private final EnvironBuilder environs;
    private final ResponseHeads heads = new ResponseHeads();
    private final Failures failures;
    private final System.Logger applicationLog;
    private final long maxBodySize;

    Gateway(String name, Application application, Settings settings, EnvironBuilder environs) {
        this.application = application;
        this.environs = environs;
        this.failures = new Failures(name, settings.get(GatewaySettings.ERROR_PAGES));
        this.applicationLog = System.getLogger("dev.gatehouse.application." + name);
        this.maxBodySize = settings.get(GatewaySettings.MAX_BODY_SIZE);
    }

    /**
     * Answers one request.
     *
     * @throws IOException if the response has begun and cannot be finished, so that the container
     *     breaks the connection
     * @throws ServletException if a servlet to which the request was redispatched raises it
     */
    void answer(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        AtomicBoolean ended = new AtomicBoolean();
        RequestBody input = new RequestBody(request, maxBodySize, ended);
        ErrorsWriter errors = new ErrorsWriter(applicationLog);
        ResponseWriter writer = new ResponseWriter(request, response, heads, ended);
        Redispatch redispatch = new Redispatch(request);
        try {
            input.checkDeclaredLength();
            call(environs.build(request, input, errors, redispatch), writer, request, redispatch);
            redispatch.accept();
        } catch (Throwable e) {
            failures.handle(e, request, response, writer);
        } finally {
            // For a thread that the application may have left behind. This one need not wait until
            // all processors know.
            ended.setRelease(true);
            errors.close();
        }
        // The other servlet's failures are its own, so this is not tried.
        redispatch.forward(response);
    }

    private void call(
            Map<String, Object> environ,
            ResponseWriter writer,
            HttpServletRequest request,
            Redispatch redispatch)
            throws Exception {
        Iterable<byte[]> body = application.call(environ, writer);
        try {
            if (!redispatch.isRequested()) {
                writer.send(body);
            }
        } finally {
            close(body, request);
        }
    }

    /** PEP 3333: close() runs whatever happens, and whatever it raises changes nothing. */
    private void close(Iterable<byte[]> body, HttpServletRequest request) {
        if (body instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Throwable e) {
                failures.log(System.Logger.Level.ERROR, "close() failed on", request, e);
            }
        }
    }
}
