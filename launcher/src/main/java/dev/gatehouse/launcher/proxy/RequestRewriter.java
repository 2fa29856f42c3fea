package dev.gatehouse.launcher.proxy;

import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/** Changes what a request says of its client, before the application sees it. */
final class RequestRewriter {

    private static final String X_FORWARDED = "x-forwarded-";

    private RequestRewriter() {}

    /** Takes away every header of both families. */
    static void removeForwarded(Request request) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        for (int i = headers.size() - 1; i >= 0; i--) {
            MessageBytes name = headers.getName(i);
            if (name.startsWithIgnoreCase(X_FORWARDED, 0) || name.equalsIgnoreCase("forwarded")) {
                headers.removeHeader(name.toString());
                // All headers of that name are gone, and others have moved into their places.
                i = headers.size();
            }
        }
    }

    static void apply(Origin origin, Request request) {
        String client = origin.client().getHostAddress();
        request.setRemoteAddr(client);
        request.setRemoteHost(client);
        origin.scheme().ifPresent(scheme -> scheme(scheme, request));
        authority(origin, request);
    }

    private static void scheme(String scheme, Request request) {
        request.getCoyoteRequest().scheme().setString(scheme);
        request.setSecure(scheme.equals("https"));
    }

    private static void authority(Origin origin, Request request) {
        MessageBytes host = request.getCoyoteRequest().getMimeHeaders().getValue("host");
        Authority sent =
                Authority.parse(host == null ? request.getServerName() : host.toString())
                        .orElseGet(() -> new Authority(request.getServerName(), origin.port()));
        Authority asked = origin.authority().orElse(sent);
        if (origin.port().isPresent()) {
            asked = asked.withPort(origin.port().getAsInt());
        }
        request.getCoyoteRequest().serverName().setString(asked.host());
        request.setServerPort(asked.portFor(request.getScheme()));
        if (!asked.equals(sent)) {
            // PEP 3333 rebuilds URLs from the Host header first.
            request.getCoyoteRequest()
                    .getMimeHeaders()
                    .setValue("host")
                    .setString(asked.textFor(request.getScheme()));
        }
    }
}
