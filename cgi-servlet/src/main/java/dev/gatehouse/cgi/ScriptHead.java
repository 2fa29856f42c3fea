package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Header;
import java.util.List;
import java.util.Optional;

/**
 * What the headers of a script say (RFC 3875, 6.2).
 *
 * @param status the response status, with its reason if the script gave one
 * @param headers the headers for the client, in order; CGI's own Status is not among them
 * @param contentLength what the script says of the length, in its own words
 * @param localRedirect the path of a local redirect, if this is all there is (6.2.2)
 */
record ScriptHead(
        String status,
        List<Header> headers,
        Optional<String> contentLength,
        Optional<String> localRedirect) {

    /** Whether the response has no body (RFC 9110, 6.4.1). */
    boolean isBodiless() {
        return status.startsWith("204") || status.startsWith("205") || status.startsWith("304");
    }

    /** Whether there is nothing that a client could take the body for. */
    boolean lacksType() {
        return headers.stream().noneMatch(header -> header.is("Content-Type"));
    }
}
