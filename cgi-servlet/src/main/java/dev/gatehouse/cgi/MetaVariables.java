package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.NativeStrings;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes the environment of a script (RFC 3875, 4.1): the meta-variables of the environ, and what
 * only a script on a disk has. Values are bytes. Thread-safe.
 */
final class MetaVariables {

    private static final String HTTP = "HTTP_";

    /** Holds the 30 variables or so of most requests without growing. */
    private static final int CAPACITY = 64;

    private final Map<String, String> fixed;
    private final Pattern headers;
    private final boolean allHeaders;
    private final String documentRoot;
    private final String contextPath;

    /**
     * The variables for one application.
     *
     * @param fixed those that are the same for every request
     * @param contextPath the context path, its chars being bytes
     */
    MetaVariables(
            Settings settings, Map<String, String> fixed, ScriptRoot root, String contextPath) {
        this.fixed = fixed;
        this.headers = settings.get(TomcatSettings.ENV_HTTP_HEADERS);
        this.allHeaders = headers.pattern().equals(".*");
        this.documentRoot = NativeStrings.of(root.documents());
        this.contextPath = contextPath;
    }

    /** The environment for one request. */
    Map<String, String> of(Map<String, Object> environ, Script script) {
        Map<String, String> variables = new HashMap<>(CAPACITY);
        variables.putAll(fixed);
        // php-cgi refuses to run without (cgi.force_redirect).
        variables.put("REDIRECT_STATUS", "200");
        variables.put("DOCUMENT_ROOT", documentRoot);
        variables.put("CONTEXT_PREFIX", contextPath);
        variables.put("CONTEXT_DOCUMENT_ROOT", documentRoot);
        environ.forEach(
                (name, value) -> {
                    if (value instanceof String text && isForScripts(name)) {
                        variables.put(name, text);
                    }
                });
        putScript(variables, script);
        return variables;
    }

    private static void putScript(Map<String, String> variables, Script script) {
        variables.put(Environ.SCRIPT_NAME, script.scriptName());
        variables.put("SCRIPT_FILENAME", NativeStrings.of(script.file()));
        variables.put("DOCUMENT_URI", script.scriptName() + script.pathInfo());
        if (script.pathInfo().isEmpty()) {
            variables.remove(Environ.PATH_INFO);
        } else {
            variables.put(Environ.PATH_INFO, script.pathInfo());
            // RFC 3875 4.1.6: PATH_INFO as if it were a URL of its own.
            variables.put("PATH_TRANSLATED", variables.get("DOCUMENT_ROOT") + script.pathInfo());
        }
    }

    private boolean isForScripts(String name) {
        if (name.startsWith(HTTP)) {
            return allHeaders
                    || headers.matcher(name.substring(HTTP.length()).replace('_', '-')).matches();
        }
        // Keys with a dot are those of the contract in Java.
        return name.indexOf('.') < 0
                && name.indexOf('=') < 0
                && !name.isEmpty()
                && !name.equals(Environ.RAW_URI);
    }
}
