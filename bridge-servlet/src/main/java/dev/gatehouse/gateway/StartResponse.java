package dev.gatehouse.gateway;

import java.util.List;

/**
 * Takes the status and the headers of a response (PEP 3333, "The start_response() Callable").
 *
 * <p>Nothing is sent by the call itself: status and headers go out with the first non-empty block
 * of the body, with the first {@link Write#write}, or at the end of an empty body. An instance
 * belongs to one request and is used by one thread at a time.
 */
public interface StartResponse {

    /**
     * Sets status and headers. May be called once.
     *
     * @param status three digits from 200 to 999, then optionally a space and a reason (which
     *     Servlet containers do not send)
     * @param headers the headers in the order in which they are sent; repeated names stay separate
     * @return the imperative way to send the body
     * @throws ContractException if the status or a header is malformed, a header is hop-by-hop (RFC
     *     9110, 7.6.1), or {@code start} was called before
     */
    Write start(String status, List<Header> headers);

    /**
     * Sets status and headers once more, because an error came up while the response was made.
     *
     * <p>As long as nothing was sent, status and headers replace the earlier ones. Afterwards it is
     * too late, and {@code error} itself is thrown, whatever its type, so that the response is
     * broken off.
     *
     * @param status as in {@link #start(String, List)}
     * @param headers as in {@link #start(String, List)}; they replace all earlier headers
     * @param error the error that is being handled; null means the same as {@link #start(String,
     *     List)}
     * @return the imperative way to send the body
     * @throws ContractException if the status or a header is malformed
     */
    Write start(String status, List<Header> headers, Throwable error);
}
