package dev.gatehouse.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.FileWrapper;
import dev.gatehouse.gateway.Validator;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request that a test makes of an application, with the validator in between. */
final class Call {

    private final Map<String, Object> environ = new HashMap<>();

    private Call(String method, String scriptName, String pathInfo) {
        environ.put(Environ.REQUEST_METHOD, method);
        environ.put(Environ.SCRIPT_NAME, bytes(scriptName));
        environ.put(Environ.PATH_INFO, bytes(pathInfo));
        environ.put(Environ.QUERY_STRING, "");
        environ.put(Environ.SERVER_NAME, "site.example");
        environ.put(Environ.SERVER_PORT, "80");
        environ.put(Environ.SERVER_PROTOCOL, "HTTP/1.1");
        environ.put(Environ.WSGI_VERSION, List.of(1, 0));
        environ.put(Environ.WSGI_URL_SCHEME, "http");
        environ.put(Environ.WSGI_INPUT, new ByteArrayInputStream(new byte[0]));
        environ.put(Environ.WSGI_ERRORS, new PrintWriter(new StringWriter()));
        environ.put(Environ.WSGI_MULTITHREAD, true);
        environ.put(Environ.WSGI_MULTIPROCESS, false);
        environ.put(Environ.WSGI_RUN_ONCE, false);
        environ.put(Environ.WSGI_INPUT_TERMINATED, true);
        environ.put(Environ.WSGI_FILE_WRAPPER, (FileWrapper.Factory) FileWrapper::of);
    }

    static Call get(String scriptName, String pathInfo) {
        return new Call("GET", scriptName, pathInfo);
    }

    static Call of(String method, String scriptName, String pathInfo) {
        return new Call(method, scriptName, pathInfo);
    }

    Call header(String name, String value) {
        environ.put("HTTP_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), value);
        return this;
    }

    Call query(String query) {
        environ.put(Environ.QUERY_STRING, query);
        return this;
    }

    Call body(byte[] body) {
        environ.put(Environ.WSGI_INPUT, new ByteArrayInputStream(body));
        return this;
    }

    /** Calls the application; the answer's body is not read yet. */
    Answer to(Application application) throws Exception {
        Answer answer = new Answer();
        answer.body(new Validator().wrap(application).call(environ, answer));
        return answer;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
