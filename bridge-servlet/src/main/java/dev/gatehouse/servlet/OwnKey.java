package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Environ;
import java.util.ArrayList;
import java.util.List;

/**
 * What every request has for itself in its environ.
 *
 * @param number counts the keys from 0
 * @param text the key
 */
record OwnKey(int number, String text) {

    private static final List<String> TEXTS = new ArrayList<>();

    static final OwnKey REQUEST_METHOD = next(Environ.REQUEST_METHOD);
    static final OwnKey SCRIPT_NAME = next(Environ.SCRIPT_NAME);
    static final OwnKey PATH_INFO = next(Environ.PATH_INFO);
    static final OwnKey QUERY_STRING = next(Environ.QUERY_STRING);
    static final OwnKey REQUEST_URI = next(Environ.REQUEST_URI);
    static final OwnKey RAW_URI = next(Environ.RAW_URI);
    static final OwnKey SERVER_PROTOCOL = next(Environ.SERVER_PROTOCOL);
    static final OwnKey REQUEST_SCHEME = next(Environ.REQUEST_SCHEME);
    static final OwnKey WSGI_URL_SCHEME = next(Environ.WSGI_URL_SCHEME);
    static final OwnKey SERVER_NAME = next(Environ.SERVER_NAME);
    static final OwnKey SERVER_PORT = next(Environ.SERVER_PORT);
    static final OwnKey SERVER_ADDR = next(Environ.SERVER_ADDR);
    static final OwnKey REMOTE_ADDR = next(Environ.REMOTE_ADDR);
    static final OwnKey REMOTE_HOST = next(Environ.REMOTE_HOST);
    static final OwnKey REMOTE_PORT = next(Environ.REMOTE_PORT);
    static final OwnKey WSGI_INPUT = next(Environ.WSGI_INPUT);
    static final OwnKey WSGI_ERRORS = next(Environ.WSGI_ERRORS);
    static final OwnKey REDISPATCH = next(Environ.REDISPATCH);

    /** All keys, in the order of their numbers. */
    static List<String> texts() {
        return List.copyOf(TEXTS);
    }

    private static OwnKey next(String text) {
        TEXTS.add(text);
        return new OwnKey(TEXTS.size() - 1, text);
    }
}
