package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Environ;
import java.util.List;

/** What many requests have in their environ. */
final class CommonKeys {

    /** What even the simplest clients send. */
    static final List<String> USUAL = List.of("HTTP_ACCEPT", "HTTP_HOST", "HTTP_USER_AGENT");

    /** A body, a user, the headers of browsers and proxies. */
    static final List<String> RARER =
            List.of(
                    Environ.CONTENT_LENGTH,
                    Environ.CONTENT_TYPE,
                    Environ.REMOTE_USER,
                    Environ.AUTH_TYPE,
                    Environ.HTTPS,
                    "HTTP_ACCEPT_ENCODING",
                    "HTTP_ACCEPT_LANGUAGE",
                    "HTTP_AUTHORIZATION",
                    "HTTP_CACHE_CONTROL",
                    "HTTP_COOKIE",
                    "HTTP_DNT",
                    "HTTP_IF_MODIFIED_SINCE",
                    "HTTP_IF_NONE_MATCH",
                    "HTTP_ORIGIN",
                    "HTTP_PRAGMA",
                    "HTTP_PRIORITY",
                    "HTTP_RANGE",
                    "HTTP_REFERER",
                    "HTTP_SEC_CH_UA",
                    "HTTP_SEC_CH_UA_MOBILE",
                    "HTTP_SEC_CH_UA_PLATFORM",
                    "HTTP_SEC_FETCH_DEST",
                    "HTTP_SEC_FETCH_MODE",
                    "HTTP_SEC_FETCH_SITE",
                    "HTTP_SEC_FETCH_USER",
                    "HTTP_UPGRADE_INSECURE_REQUESTS",
                    "HTTP_X_FORWARDED_FOR",
                    "HTTP_X_FORWARDED_HOST",
                    "HTTP_X_FORWARDED_PROTO",
                    "HTTP_X_REQUESTED_WITH");

    private CommonKeys() {}
}
