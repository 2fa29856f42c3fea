package dev.gatehouse.gateway;

import java.util.Map;

/**
 * A program that answers requests: the application side of PEP 3333.
 *
 * <pre>{@code
 * Application hello = (environ, startResponse) -> {
 *     startResponse.start("200 OK", List.of(new Header("Content-Type", "text/plain")));
 *     return List.of("Hello\n".getBytes(UTF_8));
 * };
 * }</pre>
 *
 * <p>One instance serves every request, several at a time, on platform or virtual threads, unless
 * the deployer sets {@code multithread} to {@code false}. An application that implements {@link
 * AutoCloseable} is closed once, when it is undeployed and no request is in it any more.
 */
@FunctionalInterface
public interface Application {

    /**
     * Answers one request.
     *
     * @param environ the request: a fresh, mutable map that belongs to this request; its keys are
     *     those of {@link Environ}, its CGI values are strings whose chars are bytes
     *     (U+0000..U+00FF)
     * @param startResponse takes the status and headers, before the first non-empty block of the
     *     body is handed over
     * @return the body: blocks of bytes, each of which goes out before the next is asked for. If
     *     the returned object is {@link AutoCloseable}, it is closed exactly once, whatever happens
     * @throws Exception whatever the application raises; before the first byte of the response it
     *     becomes a 500 (or the status of a {@link GatewayException}), after it the connection is
     *     broken
     */
    Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
            throws Exception;
}
