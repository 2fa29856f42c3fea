package dev.gatehouse.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.BadRequestException;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.GatewaySettings;
import dev.gatehouse.gateway.HeaderSyntax;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.Version;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the environ of a request: the meta-variables of RFC 3875 4.1 and the keys of PEP 3333.
 * Thread-safe.
 */
final class EnvironBuilder {

    /** Room for a browser's request without a rehash. */
    private static final int CAPACITY = 64;

    private static final List<Integer> VERSION = List.of(1, 0);
    private static final FileWrapper.Factory FILE_WRAPPER = FileWrapper::of;

    private final PortText ports = new PortText();
    private final HeaderKeys headerKeys = new HeaderKeys();
    private final PathResolver paths;
    private final boolean passAuthorization;
    private final Boolean multithread;
    private final String serverSoftware;
    private final Map<String, String> deployerPairs;

    EnvironBuilder(Settings settings, ServletContext context, PathResolver paths) {
        this.paths = paths;
        this.passAuthorization = settings.get(GatewaySettings.PASS_AUTHORIZATION);
        this.multithread = settings.get(GatewaySettings.MULTITHREAD);
        this.serverSoftware = "Gatehouse/" + Version.NUMBER + product(context.getServerInfo());
        this.deployerPairs = new HashMap<>();
        settings.family(GatewaySettings.ENVIRON)
                .forEach((key, value) -> deployerPairs.put(bytes(key), bytes(value)));
    }

    /**
     * Makes the environ of one request.
     *
     * @throws GatewayException if the request is malformed
     */
    Map<String, Object> build(
            HttpServletRequest request,
            RequestBody input,
            ErrorsWriter errors,
            Redispatch redispatch) {
        Map<String, Object> environ = new HashMap<>(CAPACITY);
        putRequestLine(environ, request);
        putServer(environ, request);
        putClient(environ, request);
        putHeaders(environ, request);
        if (input.declaredLength() >= 0) {
            environ.put(Environ.CONTENT_LENGTH, Long.toString(input.declaredLength()));
        }
        putContract(environ, request, input, errors);
        environ.put(Environ.REDISPATCH, redispatch);
        if (request.isSecure()) {
            TlsVariables.put(environ, request);
        }
        environ.putAll(deployerPairs);
        return environ;
    }

    private void putRequestLine(Map<String, Object> environ, HttpServletRequest request) {
        RequestPath path = paths.resolve(request);
        environ.put(Environ.REQUEST_METHOD, request.getMethod());
        environ.put(Environ.SCRIPT_NAME, path.scriptName());
        environ.put(Environ.PATH_INFO, path.pathInfo());
        environ.put(Environ.QUERY_STRING, OriginalTarget.query(request));
        String uri = OriginalTarget.uri(request);
        environ.put(Environ.REQUEST_URI, uri);
        environ.put(Environ.RAW_URI, uri);
        environ.put(Environ.SERVER_PROTOCOL, request.getProtocol());
    }

    private void putServer(Map<String, Object> environ, HttpServletRequest request) {
        String address = Addresses.bare(request.getLocalAddr());
        String name = request.getServerName();
        environ.put(
                Environ.SERVER_NAME,
                Addresses.bracketed(name == null || name.isEmpty() ? address : name));
        environ.put(Environ.SERVER_PORT, ports.text(request.getServerPort()));
        environ.put(Environ.SERVER_ADDR, address);
        environ.put(Environ.SERVER_SOFTWARE, serverSoftware);
        environ.put(Environ.GATEWAY_INTERFACE, "CGI/1.1");
    }

    private static void putClient(Map<String, Object> environ, HttpServletRequest request) {
        String address = Addresses.bare(request.getRemoteAddr());
        environ.put(Environ.REMOTE_ADDR, address);
        environ.put(Environ.REMOTE_HOST, address);
        environ.put(Environ.REMOTE_PORT, Integer.toString(request.getRemotePort()));
        String user = request.getRemoteUser();
        if (user != null) {
            environ.put(Environ.REMOTE_USER, bytes(user));
        }
        String authType = request.getAuthType();
        if (authType != null) {
            environ.put(Environ.AUTH_TYPE, authScheme(authType));
        }
    }

    private void putHeaders(Map<String, Object> environ, HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            String key = headerKeys.of(name);
            String value = joined(key, request.getHeaders(name));
            if (!HeaderSyntax.isFieldValue(value)) {
                throw new BadRequestException("control character in the header " + name);
            }
            if (key.equals(HeaderKeys.TRANSFER_ENCODING)) {
                requireChunked(value);
            } else if (!key.equals(HeaderKeys.DROPPED)) {
                environ.put(key, value);
            }
        }
        if (!passAuthorization
                || environ.containsKey(Environ.REMOTE_USER)
                || environ.containsKey(Environ.AUTH_TYPE)) {
            environ.remove("HTTP_AUTHORIZATION");
        }
    }

    private void putContract(
            Map<String, Object> environ,
            HttpServletRequest request,
            RequestBody input,
            ErrorsWriter errors) {
        String scheme = request.getScheme();
        environ.put(Environ.REQUEST_SCHEME, scheme);
        environ.put(Environ.WSGI_VERSION, VERSION);
        environ.put(Environ.WSGI_URL_SCHEME, scheme);
        environ.put(Environ.WSGI_INPUT, input);
        environ.put(Environ.WSGI_ERRORS, errors);
        environ.put(Environ.WSGI_MULTITHREAD, multithread);
        environ.put(Environ.WSGI_MULTIPROCESS, false);
        environ.put(Environ.WSGI_RUN_ONCE, false);
        environ.put(Environ.WSGI_INPUT_TERMINATED, true);
        environ.put(Environ.WSGI_FILE_WRAPPER, FILE_WRAPPER);
    }

    private static String joined(String key, Enumeration<String> values) {
        String first = values.hasMoreElements() ? values.nextElement() : "";
        if (!values.hasMoreElements()) {
            return first;
        }
        String separator = key.equals("HTTP_COOKIE") ? "; " : ",";
        StringBuilder all = new StringBuilder(first);
        while (values.hasMoreElements()) {
            all.append(separator).append(values.nextElement());
        }
        return all.toString();
    }

    /** Some containers take {@code gzip, chunked} for chunked and hand over the compressed body. */
    private static void requireChunked(String codings) {
        if (!codings.equalsIgnoreCase("chunked")) {
            throw new GatewayException(501, "unknown Transfer-Encoding " + codings);
        }
    }

    private static String authScheme(String authType) {
        return switch (authType) {
            case HttpServletRequest.BASIC_AUTH -> "Basic";
            case HttpServletRequest.DIGEST_AUTH -> "Digest";
            default -> authType;
        };
    }

    /** The container's name and version as a product token (RFC 9110, 10.1.5). */
    private static String product(String serverInfo) {
        return serverInfo == null ? "" : " " + serverInfo.replaceAll("[^A-Za-z0-9./_+-]+", "-");
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
