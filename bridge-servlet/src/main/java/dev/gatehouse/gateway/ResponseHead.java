package dev.gatehouse.gateway;

import java.util.List;

/**
 * Status and headers of a response, checked (PEP 3333, "The start_response() Callable"): Servlet
 * containers garble what they should refuse.
 *
 * @param status from 200 to 999
 * @param headers as the application gave them
 * @param contentLength the declared length of the body, or -1
 */
public record ResponseHead(int status, List<Header> headers, long contentLength) {

    /**
     * Checks what an application gave to start_response.
     *
     * @param status three digits from 200 to 999, then optionally a space and a reason
     * @param headers tokens with latin-1 values, none of them hop-by-hop; a Content-Length is a
     *     number, and the same wherever it is repeated
     * @throws ContractException if it is malformed
     */
    public static ResponseHead of(String status, List<Header> headers) {
        int code = code(status);
        if (headers == null) {
            throw new ContractException("start_response: the headers are null");
        }
        List<Header> copy = List.copyOf(headers);
        long contentLength = -1;
        for (Header header : copy) {
            check(header);
            if (header.is("Content-Length")) {
                contentLength = contentLength(header.value(), contentLength);
            }
        }
        return new ResponseHead(code, copy, contentLength);
    }

    /** Whether a response with this status has no body (RFC 9110, 6.4.1 and 15.3.6). */
    public boolean bodiless() {
        return status == 204 || status == 205 || status == 304;
    }

    private static int code(String status) {
        if (status == null) {
            throw new ContractException("start_response: the status is null");
        }
        boolean shaped = status.length() == 3 || (status.length() > 3 && status.charAt(3) == ' ');
        int code = 0;
        for (int i = 0; shaped && i < 3; i++) {
            int digit = status.charAt(i) - '0';
            shaped = digit >= 0 && digit <= 9;
            code = code * 10 + digit;
        }
        if (!shaped || code < 200 || !HeaderSyntax.isFieldValue(status)) {
            throw new ContractException(
                    "start_response: the status must be three digits from 200 to 999, then"
                            + " optionally a space and a reason, was "
                            + quoted(status));
        }
        return code;
    }

    private static void check(Header header) {
        String name = header.name();
        if (!HeaderSyntax.isToken(name)) {
            throw new ContractException(
                    "start_response: a header name must be a token, was " + quoted(name));
        }
        if (!HeaderSyntax.isFieldValue(header.value())) {
            throw new ContractException(
                    "start_response: the value of %s must be latin-1 without control characters, was %s"
                            .formatted(name, quoted(header.value())));
        }
        if (HopByHop.includes(name)) {
            throw new ContractException(
                    "start_response: the hop-by-hop header " + name + " is the server's to send");
        }
    }

    private static long contentLength(String value, long earlier) {
        if (!isNumber(value) || value.length() > 18) {
            throw new ContractException(
                    "start_response: Content-Length must be a number of bytes, was "
                            + quoted(value));
        }
        long length = Long.parseLong(value);
        if (earlier >= 0 && earlier != length) {
            throw new ContractException(
                    "start_response: Content-Length is both " + earlier + " and " + length);
        }
        return length;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String quoted(String text) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
