package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hands status and headers to the container. What each header means to it is found out once, since
 * most heads are sent again and again. Immutable.
 */
final class HeadSender {

    private static final long NO_LENGTH = -1;

    private final ResponseHead head;

    /** The last Content-Type, or null. */
    private final String type;

    private final boolean namesCharset;
    private final long length;

    /** In place of the container's own. */
    private final Header[] replacements;

    private final Header[] additions;

    HeadSender(ResponseHead head) {
        String lastType = null;
        List<Header> replacing = new ArrayList<>();
        List<Header> adding = new ArrayList<>();
        for (Header header : head.headers()) {
            if (header.is("Content-Type")) {
                lastType = header.value();
            } else if (header.is("Date") || header.is("Server")) {
                replacing.add(header);
            } else if (!header.is("Content-Length")) {
                adding.add(header);
            }
        }
        this.head = head;
        this.type = lastType;
        this.namesCharset = type != null && type.toLowerCase(Locale.ROOT).contains("charset");
        this.length = length(head);
        this.replacements = replacing.toArray(Header[]::new);
        this.additions = adding.toArray(Header[]::new);
    }

    /** What is sent. */
    ResponseHead head() {
        return head;
    }

    void send(HttpServletResponse response) {
        response.setStatus(head.status());
        if (type != null) {
            sendType(response);
        }
        for (Header header : replacements) {
            response.setHeader(header.name(), header.value());
        }
        for (Header header : additions) {
            response.addHeader(header.name(), header.value());
        }
        if (length != NO_LENGTH) {
            response.setContentLengthLong(length);
        }
    }

    private void sendType(HttpServletResponse response) {
        if (namesCharset) {
            response.setContentType(type);
        } else {
            sendTypeAlone(type, response);
        }
    }

    /** Hands over a type that names no charset. */
    static void sendTypeAlone(String type, HttpServletResponse response) {
        response.setContentType(type);
        // Jetty 12.1 would add one to text types; the bytes are the application's business.
        response.setCharacterEncoding((String) null);
    }

    private static long length(ResponseHead head) {
        if (head.status() == 205) {
            return 0;
        }
        return head.bodiless() ? NO_LENGTH : head.contentLength();
    }
}
