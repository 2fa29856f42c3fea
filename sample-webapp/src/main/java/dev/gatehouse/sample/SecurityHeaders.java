package dev.gatehouse.sample;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.Middleware;
import dev.gatehouse.gateway.StartResponse;
import dev.gatehouse.gateway.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts headers on every response that keep a browser from loading anything of another origin:
 * middleware, which is an application around an application.
 */
public final class SecurityHeaders implements Middleware {

    private static final List<Header> HEADERS =
            List.of(
                    new Header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; script-src 'self';"
                                    + " img-src 'self'; connect-src 'self'; form-action 'self';"
                                    + " base-uri 'none'; frame-ancestors 'none'"),
                    new Header("X-Content-Type-Options", "nosniff"),
                    new Header("Referrer-Policy", "no-referrer"));

    /** For web.xml. */
    public SecurityHeaders() {}

    @Override
    public Application wrap(Application inner) {
        return (environ, startResponse) -> inner.call(environ, new Adding(startResponse));
    }

    private record Adding(StartResponse outer) implements StartResponse {

        @Override
        public Write start(String status, List<Header> headers) {
            return outer.start(status, with(headers));
        }

        @Override
        public Write start(String status, List<Header> headers, Throwable error) {
            return outer.start(status, with(headers), error);
        }

        private static List<Header> with(List<Header> headers) {
            List<Header> all = new ArrayList<>(headers);
            all.addAll(HEADERS);
            return all;
        }
    }
}
