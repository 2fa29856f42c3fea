package dev.gatehouse.it.apps;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.Middleware;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application that web.xml can name in every way there is. */
public final class Hello implements Application {

    /** As {@code class#FIELD}. */
    public static final Application FIELD = saying("field");

    /** As {@code class#FIELD} of {@code middleware}. */
    public static final Middleware OUTER = header("X-Order", "outer");

    /** As {@code class#FIELD} of {@code middleware}. */
    public static final Middleware INNER = header("X-Order", "inner");

    /** As {@code class}. */
    public Hello() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws Exception {
        return saying("class").call(environ, startResponse);
    }

    /** As {@code class#method}. */
    public static Iterable<byte[]> method(
            Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("200 OK", List.of());
        return Apps.block("method");
    }

    /** As {@code class#method} that makes the application. */
    public static Application factory() {
        return saying("factory");
    }

    /** Says which pair the deployer has put into environ. */
    public static Iterable<byte[]> deployer(
            Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("200 OK", List.of());
        return Apps.block(environ.get("deployer.pair") + " " + environ.get("wsgi.multithread"));
    }

    private static Application saying(String text) {
        return Apps.answer("200 OK", Apps.block(text));
    }

    private static Middleware header(String name, String value) {
        return inner ->
                (environ, startResponse) ->
                        inner.call(
                                environ,
                                new StartResponse() {
                                    @Override
                                    public Write start(String status, List<Header> headers) {
                                        return startResponse.start(status, more(headers));
                                    }

                                    @Override
                                    public Write start(
                                            String status, List<Header> headers, Throwable error) {
                                        return startResponse.start(status, more(headers), error);
                                    }

                                    private List<Header> more(List<Header> headers) {
                                        var all = new ArrayList<>(headers);
                                        all.add(new Header(name, value));
                                        return all;
                                    }
                                });
    }
}
