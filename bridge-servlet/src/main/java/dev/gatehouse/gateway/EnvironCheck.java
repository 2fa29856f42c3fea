package dev.gatehouse.gateway;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What the server owes in the environ (PEP 3333, "environ Variables"). */
final class EnvironCheck {

    private static final List<String> NON_EMPTY =
            List.of(
                    Environ.REQUEST_METHOD,
                    Environ.SERVER_NAME,
                    Environ.SERVER_PORT,
                    Environ.SERVER_PROTOCOL);

    private static final Map<String, Class<?>> TYPES =
            Map.of(
                    Environ.WSGI_VERSION, List.class,
                    Environ.WSGI_URL_SCHEME, String.class,
                    Environ.WSGI_INPUT, InputStream.class,
                    Environ.WSGI_ERRORS, PrintWriter.class,
                    Environ.WSGI_MULTITHREAD, Boolean.class,
                    Environ.WSGI_MULTIPROCESS, Boolean.class,
                    Environ.WSGI_RUN_ONCE, Boolean.class);

    private EnvironCheck() {}

    static void check(Map<String, Object> environ) {
        NON_EMPTY.forEach(key -> checkNonEmpty(environ, key));
        TYPES.forEach((key, type) -> checkType(environ, key, type));
        Object scheme = environ.get(Environ.WSGI_URL_SCHEME);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw Validator.byServer("wsgi.url_scheme is http or https", "it is " + scheme);
        }
        environ.forEach(EnvironCheck::checkValue);
        checkPath(environ);
        for (String key : List.of("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH")) {
            if (environ.containsKey(key)) {
                throw Validator.byServer("CONTENT_* have no HTTP_ twins", "there is " + key);
            }
        }
        String length = Environ.value(environ, Environ.CONTENT_LENGTH);
        if (!length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Validator.byServer("CONTENT_LENGTH is a number", "it is " + length);
        }
    }

    private static void checkNonEmpty(Map<String, Object> environ, String key) {
        if (!(environ.get(key) instanceof String value) || value.isEmpty()) {
            throw Validator.byServer(key + " is a non-empty string", "it is " + environ.get(key));
        }
    }

    private static void checkType(Map<String, Object> environ, String key, Class<?> type) {
        if (!type.isInstance(environ.get(key))) {
            throw Validator.byServer(
                    "%s is a %s".formatted(key, type.getSimpleName()), "it is " + environ.get(key));
        }
    }

    private static void checkValue(String key, Object value) {
        if (value == null) {
            throw Validator.byServer("what does not apply is absent", key + " is null");
        }
        boolean cgi = key.indexOf('.') < 0;
        if (cgi && !(value instanceof String)) {
            throw Validator.byServer("CGI values are strings", key + " is a " + value.getClass());
        }
        if (cgi && ((String) value).chars().anyMatch(c -> c > 0xFF)) {
            throw Validator.byServer("the chars of CGI values are bytes", key + " has others");
        }
    }

    private static void checkPath(Map<String, Object> environ) {
        String scriptName = Environ.value(environ, Environ.SCRIPT_NAME);
        String pathInfo = Environ.value(environ, Environ.PATH_INFO);
        for (String path : List.of(scriptName, pathInfo)) {
            if (!path.isEmpty() && !path.startsWith("/")) {
                throw Validator.byServer("paths are empty or begin with a slash", "one is " + path);
            }
        }
        if (scriptName.equals("/")) {
            throw Validator.byServer("SCRIPT_NAME is never a slash", "it is");
        }
        if (scriptName.isEmpty() && pathInfo.isEmpty()) {
            throw Validator.byServer("SCRIPT_NAME or PATH_INFO is set", "both are empty");
        }
    }
}
