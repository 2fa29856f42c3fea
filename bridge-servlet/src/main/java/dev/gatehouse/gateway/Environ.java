package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The keys of an environ map, and typed access to their values.
 *
 * <p>CGI values are strings whose chars are bytes, U+0000..U+00FF (PEP 3333, "Unicode Issues");
 * {@link #text} makes readable text of them. A key that does not apply to a request is absent,
 * never null. The accessors throw {@link ContractException} when a key that the contract promises
 * is missing or of another type, as after a faulty middleware.
 */
public final class Environ {

    /** The method as sent, case kept (RFC 3875, 4.1.12). */
    public static final String REQUEST_METHOD = "REQUEST_METHOD";

    /**
     * The path up to the application, decoded; empty or beginning with a slash, never {@code /}.
     */
    public static final String SCRIPT_NAME = "SCRIPT_NAME";

    /** The path within the application, decoded once; empty or beginning with a slash. */
    public static final String PATH_INFO = "PATH_INFO";

    /** The query, undecoded, without the question mark; empty if there is none. */
    public static final String QUERY_STRING = "QUERY_STRING";

    /** The Content-Type of the request as sent; absent if there is none. */
    public static final String CONTENT_TYPE = "CONTENT_TYPE";

    /** The length of the request body in decimal; absent if it is not known in advance. */
    public static final String CONTENT_LENGTH = "CONTENT_LENGTH";

    /**
     * The host that the client asked for, or the address of the server if it named none, as in
     * HTTP/1.0; IPv6 addresses in brackets.
     */
    public static final String SERVER_NAME = "SERVER_NAME";

    /** The port that the client asked for, or that of the server, in decimal. */
    public static final String SERVER_PORT = "SERVER_PORT";

    /** The protocol of the request, for example {@code HTTP/1.1}. */
    public static final String SERVER_PROTOCOL = "SERVER_PROTOCOL";

    /** Gatehouse and the container, as product tokens. */
    public static final String SERVER_SOFTWARE = "SERVER_SOFTWARE";

    /** The address on which the request came in. */
    public static final String SERVER_ADDR = "SERVER_ADDR";

    /** Always {@code CGI/1.1}. */
    public static final String GATEWAY_INTERFACE = "GATEWAY_INTERFACE";

    /** The address of the client, IPv6 without brackets and zone. */
    public static final String REMOTE_ADDR = "REMOTE_ADDR";

    /** The address of the client again: no name is looked up (RFC 3875, 4.1.9). */
    public static final String REMOTE_HOST = "REMOTE_HOST";

    /** The port of the client, in decimal. */
    public static final String REMOTE_PORT = "REMOTE_PORT";

    /** The user that the container authenticated; absent if it did not. */
    public static final String REMOTE_USER = "REMOTE_USER";

    /**
     * How the container authenticated the user, for example {@code Basic}; absent if it did not.
     */
    public static final String AUTH_TYPE = "AUTH_TYPE";

    /** {@code on} when the request came over TLS; absent otherwise. */
    public static final String HTTPS = "HTTPS";

    /** The scheme of the request: {@code http} or {@code https}. */
    public static final String REQUEST_SCHEME = "REQUEST_SCHEME";

    /** Path and query as the client sent them, undecoded; after a forward, the original ones. */
    public static final String REQUEST_URI = "REQUEST_URI";

    /** The same as {@link #REQUEST_URI}, under the name that gunicorn gave it. */
    public static final String RAW_URI = "RAW_URI";

    /** The version of the contract, {@code (1, 0)}: a {@code List<Integer>}. */
    public static final String WSGI_VERSION = "wsgi.version";

    /** The scheme of the request: {@code http} or {@code https}. */
    public static final String WSGI_URL_SCHEME = "wsgi.url_scheme";

    /** The request body: an {@link InputStream} that ends where the body ends. */
    public static final String WSGI_INPUT = "wsgi.input";

    /** Where the application reports errors: a {@link PrintWriter} into the log. */
    public static final String WSGI_ERRORS = "wsgi.errors";

    /** Whether other threads may call the application at the same time: a {@link Boolean}. */
    public static final String WSGI_MULTITHREAD = "wsgi.multithread";

    /** Whether other processes run the same application: a {@link Boolean}. */
    public static final String WSGI_MULTIPROCESS = "wsgi.multiprocess";

    /** Whether the application is called only once in its process: a {@link Boolean}. */
    public static final String WSGI_RUN_ONCE = "wsgi.run_once";

    /** Always true: {@code wsgi.input} ends with the body, also when its length is not known. */
    public static final String WSGI_INPUT_TERMINATED = "wsgi.input_terminated";

    /** Makes a body of an open file: a {@link FileWrapper.Factory}. */
    public static final String WSGI_FILE_WRAPPER = "wsgi.file_wrapper";

    /**
     * Answers the request with what another path of the same web application answers to a GET: a
     * {@code Function<String, Iterable<byte[]>>} that takes an absolute URL path with an optional
     * query, context path included, and returns the body to return. {@code start_response} must not
     * have been called. Beware that the container's security constraints are not asked again.
     */
    public static final String REDISPATCH = "gatehouse.redispatch";

    private Environ() {}

    /**
     * A CGI value as it is, its chars being bytes.
     *
     * @param environ the request
     * @param key a key whose value is a string, for example {@link #PATH_INFO}
     * @return the value, or the empty string if the key is absent
     */
    public static String value(Map<String, Object> environ, String key) {
        Object value = environ.get(key);
        return value == null ? "" : typed(key, value, String.class);
    }

    /**
     * A CGI value as readable text: its bytes decoded as UTF-8, with U+FFFD for what is not UTF-8.
     *
     * @param environ the request
     * @param key a key whose value is a string, for example {@link #PATH_INFO}
     * @return the text, or the empty string if the key is absent
     */
    public static String text(Map<String, Object> environ, String key) {
        return new String(value(environ, key).getBytes(ISO_8859_1), UTF_8);
    }

    /** The method as sent. */
    public static String method(Map<String, Object> environ) {
        return required(environ, REQUEST_METHOD, String.class);
    }

    /**
     * A request header; repeated headers are joined with a comma, cookies with a semicolon.
     *
     * @param environ the request
     * @param name the field name in any case, for example {@code Accept-Language}
     * @return the value, its chars being bytes, or empty if the header was not sent
     */
    public static Optional<String> header(Map<String, Object> environ, String name) {
        String key = name.toUpperCase(Locale.ROOT).replace('-', '_');
        boolean bare = key.equals(CONTENT_TYPE) || key.equals(CONTENT_LENGTH);
        return Optional.ofNullable((String) environ.get(bare ? key : "HTTP_" + key));
    }

    /** The length of the request body in bytes, if it is known in advance. */
    public static OptionalLong contentLength(Map<String, Object> environ) {
        String length = value(environ, CONTENT_LENGTH);
        return length.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }

    /** The request body. Reading throws an IOException if the client goes away within it. */
    public static InputStream input(Map<String, Object> environ) {
        return required(environ, WSGI_INPUT, InputStream.class);
    }

    /** The error log of the application; what was printed up to a flush is one log record. */
    public static PrintWriter errors(Map<String, Object> environ) {
        return required(environ, WSGI_ERRORS, PrintWriter.class);
    }

    /** Makes a body of an open file. */
    public static FileWrapper.Factory fileWrapper(Map<String, Object> environ) {
        return required(environ, WSGI_FILE_WRAPPER, FileWrapper.Factory.class);
    }

    /** The way to answer with another path of the web application: {@link #REDISPATCH}. */
    @SuppressWarnings("unchecked")
    public static Function<String, Iterable<byte[]>> redispatch(Map<String, Object> environ) {
        return required(environ, REDISPATCH, Function.class);
    }

    private static <T> T required(Map<String, Object> environ, String key, Class<T> type) {
        Object value = environ.get(key);
        if (value == null) {
            throw new ContractException("environ has no " + key);
        }
        return typed(key, value, type);
    }

    private static <T> T typed(String key, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new ContractException(
                    "environ[" + key + "] is no " + type.getName() + ": " + value.getClass());
        }
        return type.cast(value);
    }
}
