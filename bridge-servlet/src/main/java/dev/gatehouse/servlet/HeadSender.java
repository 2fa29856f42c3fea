package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;

/** Hands status and headers to the container. */
final class HeadSender {

    private HeadSender() {}

    static void send(ResponseHead head, HttpServletResponse response) {
        response.setStatus(head.status());
        for (Header header : head.headers()) {
            if (header.is("Content-Type")) {
                sendType(header.value(), response);
            } else if (header.is("Date") || header.is("Server")) {
                // In place of the container's own.
                response.setHeader(header.name(), header.value());
            } else if (!header.is("Content-Length")) {
                response.addHeader(header.name(), header.value());
            }
        }
        if (head.status() == 205) {
            response.setContentLengthLong(0);
        } else if (head.contentLength() >= 0 && !head.bodiless()) {
            response.setContentLengthLong(head.contentLength());
        }
    }

    /** Hands over a type as it is. */
    static void sendType(String type, HttpServletResponse response) {
        response.setContentType(type);
        if (!type.contains("charset") && !type.toLowerCase(Locale.ROOT).contains("charset")) {
            // Jetty 12.1 would add one to text types; the bytes are the application's business.
            response.setCharacterEncoding((String) null);
        }
    }
}
