package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Environ;
import java.util.ArrayList;
import java.util.List;

/** What every request has for itself in its environ: the first keys of every template. */
final class OwnKeys {

    private static final List<String> TEXTS = new ArrayList<>();

    static final EnvironKey REQUEST_METHOD = next(Environ.REQUEST_METHOD);
    static final EnvironKey SCRIPT_NAME = next(Environ.SCRIPT_NAME);
    static final EnvironKey PATH_INFO = next(Environ.PATH_INFO);
    static final EnvironKey QUERY_STRING = next(Environ.QUERY_STRING);
    static final EnvironKey REQUEST_URI = next(Environ.REQUEST_URI);
    static final EnvironKey RAW_URI = next(Environ.RAW_URI);
    static final EnvironKey SERVER_PROTOCOL = next(Environ.SERVER_PROTOCOL);
    static final EnvironKey REQUEST_SCHEME = next(Environ.REQUEST_SCHEME);
    static final EnvironKey WSGI_URL_SCHEME = next(Environ.WSGI_URL_SCHEME);
    static final EnvironKey SERVER_NAME = next(Environ.SERVER_NAME);
    static final EnvironKey SERVER_PORT = next(Environ.SERVER_PORT);
    static final EnvironKey SERVER_ADDR = next(Environ.SERVER_ADDR);
    static final EnvironKey REMOTE_ADDR = next(Environ.REMOTE_ADDR);
    static final EnvironKey REMOTE_HOST = next(Environ.REMOTE_HOST);
    static final EnvironKey REMOTE_PORT = next(Environ.REMOTE_PORT);
    static final EnvironKey WSGI_INPUT = next(Environ.WSGI_INPUT);
    static final EnvironKey WSGI_ERRORS = next(Environ.WSGI_ERRORS);
    static final EnvironKey REDISPATCH = next(Environ.REDISPATCH);

    private OwnKeys() {}

    /** All keys, in the order of their numbers. */
    static List<String> texts() {
        return List.copyOf(TEXTS);
    }

    private static EnvironKey next(String text) {
        TEXTS.add(text);
        return new EnvironKey(text, TEXTS.size() - 1);
    }
}
