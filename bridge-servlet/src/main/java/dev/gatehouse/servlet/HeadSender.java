package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;

/**
 * Hands status and headers to the container. What each header means to it is found out once, since
 * most heads are sent again and again. Immutable.
 */
final class HeadSender {

    private enum Meaning {
        TYPE,
        TYPE_WITHOUT_CHARSET,
        LENGTH,
        /** In place of the container's own. */
        REPLACEMENT,
        OTHER
    }

    private static final long NO_LENGTH = -1;

    private final ResponseHead head;
    private final Meaning[] meanings;
    private final long length;

    HeadSender(ResponseHead head) {
        this.head = head;
        this.length = length(head);
        List<Header> headers = head.headers();
        this.meanings = new Meaning[headers.size()];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = meaning(headers.get(i));
        }
    }

    /** What is sent. */
    ResponseHead head() {
        return head;
    }

    void send(HttpServletResponse response) {
        response.setStatus(head.status());
        for (int i = 0; i < meanings.length; i++) {
            Header header = head.headers().get(i);
            switch (meanings[i]) {
                case TYPE -> response.setContentType(header.value());
                case TYPE_WITHOUT_CHARSET -> sendTypeAlone(header.value(), response);
                case REPLACEMENT -> response.setHeader(header.name(), header.value());
                case OTHER -> response.addHeader(header.name(), header.value());
                case LENGTH -> {
                    // It is sent as a number.
                }
            }
        }
        if (length != NO_LENGTH) {
            response.setContentLengthLong(length);
        }
    }

    /** Hands over a type that names no charset. */
    static void sendTypeAlone(String type, HttpServletResponse response) {
        response.setContentType(type);
        // Jetty 12.1 would add one to text types; the bytes are the application's business.
        response.setCharacterEncoding((String) null);
    }

    private static Meaning meaning(Header header) {
        if (header.is("Content-Type")) {
            return header.value().toLowerCase(Locale.ROOT).contains("charset")
                    ? Meaning.TYPE
                    : Meaning.TYPE_WITHOUT_CHARSET;
        }
        if (header.is("Content-Length")) {
            return Meaning.LENGTH;
        }
        return header.is("Date") || header.is("Server") ? Meaning.REPLACEMENT : Meaning.OTHER;
    }

    private static long length(ResponseHead head) {
        if (head.status() == 205) {
            return 0;
        }
        return head.bodiless() ? NO_LENGTH : head.contentLength();
    }
}
