package dev.gatehouse.servlet;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.ResponseHead;
import java.util.List;

/**
 * Checks what an application gives to start_response; what it gives again and again, an
 * unmodifiable list of headers, only the first time. Thread-safe.
 */
final class ResponseHeads {

    // Not volatile: a thread that sees an earlier one checks once more.
    private Checked last = checked("200 OK", List.of());

    /**
     * What sends the head of a response.
     *
     * @throws ContractException if it is malformed
     */
    HeadSender of(String status, List<Header> headers) {
        Checked known = last;
        if (known.isOf(headers) && known.status.equals(status)) {
            return known.sender;
        }
        Checked next = checked(status, headers);
        // Only what cannot be modified is not copied.
        if (next.isOf(headers)) {
            last = next;
        }
        return next.sender;
    }

    private static Checked checked(String status, List<Header> headers) {
        return new Checked(status, new HeadSender(ResponseHead.of(status, headers)));
    }

    /** Its components are final, so that it is seen whole by all threads. */
    private record Checked(String status, HeadSender sender) {

        /** Whether these very headers were checked. */
        boolean isOf(List<Header> headers) {
            return sender.head().headers() == headers;
        }
    }
}
