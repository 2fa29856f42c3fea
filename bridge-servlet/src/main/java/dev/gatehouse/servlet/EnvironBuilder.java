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

    private static final List<Integer> VERSION = List.of(1, 0);
    private static final String AUTHORIZATION = "HTTP_AUTHORIZATION";
    private static final FileWrapper.Factory FILE_WRAPPER = FileWrapper::of;

    private final PortText ports = new PortText();
    private final PathResolver paths;
    private final boolean passAuthorization;
    private final Map<String, String> deployerPairs;
    private final EnvironMap.Template template;
    private final HeaderKeys headerKeys;
    private final EnvironKey hostKey;

    EnvironBuilder(Settings settings, ServletContext context, PathResolver paths) {
        this.paths = paths;
        this.passAuthorization = settings.get(GatewaySettings.PASS_AUTHORIZATION);
        this.deployerPairs = new HashMap<>();
        settings.family(GatewaySettings.ENVIRON)
                .forEach((key, value) -> deployerPairs.put(bytes(key), bytes(value)));
        this.template =
                new EnvironMap.Template(
                        OwnKeys.texts(),
                        shared(settings, context.getServerInfo()),
                        CommonKeys.USUAL,
                        CommonKeys.RARER);
        this.headerKeys = new HeaderKeys(template);
        this.hostKey = template.key("HTTP_HOST");
    }

    /** What is the same for all requests of an application. */
    private static Map<String, Object> shared(Settings settings, String serverInfo) {
        return Map.of(
                Environ.SERVER_SOFTWARE,
                "Gatehouse/" + Version.NUMBER + product(serverInfo),
                Environ.GATEWAY_INTERFACE,
                "CGI/1.1",
                Environ.WSGI_VERSION,
                VERSION,
                Environ.WSGI_MULTITHREAD,
                settings.get(GatewaySettings.MULTITHREAD),
                Environ.WSGI_MULTIPROCESS,
                false,
                Environ.WSGI_RUN_ONCE,
                false,
                Environ.WSGI_INPUT_TERMINATED,
                true,
                Environ.WSGI_FILE_WRAPPER,
                FILE_WRAPPER);
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
        EnvironMap environ = begin(request, input, errors, redispatch);
        putHeaders(environ, request);
        if (putUser(environ, request) || !passAuthorization) {
            environ.remove(AUTHORIZATION);
        }
        Object host = environ.getAt(hostKey);
        if (host == null || host.equals("")) {
            putLocalServer(environ, request);
        }
        if (input.declaredLength() >= 0) {
            environ.put(Environ.CONTENT_LENGTH, Long.toString(input.declaredLength()));
        }
        if (request.isSecure()) {
            TlsVariables.put(environ, request);
        }
        if (!deployerPairs.isEmpty()) {
            environ.putAll(deployerPairs);
        }
        return environ;
    }

    /**
     * The environ without headers. Every value is known before the map is made: stores to what was
     * just allocated need no barriers of the garbage collector.
     */
    private EnvironMap begin(
            HttpServletRequest request,
            RequestBody input,
            ErrorsWriter errors,
            Redispatch redispatch) {
        RequestPath path = paths.resolve(request);
        OriginalTarget target = OriginalTarget.of(request);
        String scheme = request.getScheme();
        String server = Addresses.bare(request.getLocalAddr());
        String serverName = serverName(request, server);
        String serverPort = ports.text(request.getServerPort());
        String client = Addresses.bare(request.getRemoteAddr());
        String clientPort = Integer.toString(request.getRemotePort());
        String method = request.getMethod();
        String protocol = request.getProtocol();
        EnvironMap environ = template.begin();
        put(environ, OwnKeys.REQUEST_METHOD, method);
        put(environ, OwnKeys.SCRIPT_NAME, path.scriptName());
        put(environ, OwnKeys.PATH_INFO, path.pathInfo());
        put(environ, OwnKeys.QUERY_STRING, target.query());
        put(environ, OwnKeys.REQUEST_URI, target.uri());
        put(environ, OwnKeys.RAW_URI, target.uri());
        put(environ, OwnKeys.SERVER_PROTOCOL, protocol);
        put(environ, OwnKeys.REQUEST_SCHEME, scheme);
        put(environ, OwnKeys.WSGI_URL_SCHEME, scheme);
        put(environ, OwnKeys.SERVER_NAME, serverName);
        put(environ, OwnKeys.SERVER_PORT, serverPort);
        put(environ, OwnKeys.SERVER_ADDR, server);
        put(environ, OwnKeys.REMOTE_ADDR, client);
        put(environ, OwnKeys.REMOTE_HOST, client);
        put(environ, OwnKeys.REMOTE_PORT, clientPort);
        put(environ, OwnKeys.WSGI_INPUT, input);
        put(environ, OwnKeys.WSGI_ERRORS, errors);
        put(environ, OwnKeys.REDISPATCH, redispatch);
        return environ;
    }

    private static void put(EnvironMap environ, EnvironKey key, Object value) {
        environ.set(key.number(), value);
    }

    /**
     * Names the server after its address where the client did not name it: each container makes up
     * another name. The authority of HTTP/2 need not be a header.
     */
    private void putLocalServer(EnvironMap environ, HttpServletRequest request) {
        if (request.getProtocol().startsWith("HTTP/1.")) {
            String address = Addresses.bare(request.getLocalAddr());
            put(environ, OwnKeys.SERVER_NAME, Addresses.bracketed(address));
            put(environ, OwnKeys.SERVER_PORT, ports.text(request.getLocalPort()));
        }
    }

    private static String serverName(HttpServletRequest request, String address) {
        String name = request.getServerName();
        return Addresses.bracketed(name == null || name.isEmpty() ? address : name);
    }

    /** Whether the container has authenticated the client. */
    private static boolean putUser(Map<String, Object> environ, HttpServletRequest request) {
        String user = request.getRemoteUser();
        if (user != null) {
            environ.put(Environ.REMOTE_USER, bytes(user));
        }
        String authType = request.getAuthType();
        if (authType != null) {
            environ.put(Environ.AUTH_TYPE, authScheme(authType));
        }
        return user != null || authType != null;
    }

    private void putHeaders(EnvironMap environ, HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            HeaderKey header = headerKeys.of(name);
            String value = joined(header.key(), request.getHeaders(name));
            if (!HeaderSyntax.isFieldValue(value)) {
                throw new BadRequestException("control character in the header " + name);
            }
            if (header.use() == HeaderKey.Use.KEPT) {
                environ.putAt(header.key(), value);
            } else if (header.use() == HeaderKey.Use.FRAMING) {
                requireChunked(value);
            }
        }
    }

    private static String joined(EnvironKey key, Enumeration<String> values) {
        String first = values.hasMoreElements() ? values.nextElement() : "";
        if (!values.hasMoreElements()) {
            return first;
        }
        String separator = key.name().equals("HTTP_COOKIE") ? "; " : ",";
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

    /** Text as the environ has it: each char a byte of its UTF-8. */
    static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
