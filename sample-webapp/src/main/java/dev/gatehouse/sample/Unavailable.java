package dev.gatehouse.sample;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;

/**
 * What answers on a host where a part of the site cannot run: web.xml names it as the fallback of
 * these parts, and the rest of the site is deployed all the same.
 */
public final class Unavailable {

    private static final Asset PYTHON_SOURCE = Asset.load("python/demo.py", "text/plain");

    private Unavailable() {}

    /** Says that the host has no Python. */
    public static Iterable<byte[]> python(
            Map<String, Object> environ, StartResponse startResponse) {
        return answer(
                "/python" + Environ.value(environ, Environ.PATH_INFO),
                "No Python on this server",
                """
                <p class="note">This page is a Python application. It needs Linux, and CPython 3.8 or
                newer as <code>python3</code> on the PATH of the server; the server's log says what is
                missing. The rest of the site works without.</p>
                <h2>Its source</h2>
                """
                        + Page.source("WEB-INF/python/demo.py", PYTHON_SOURCE.text()),
                startResponse);
    }

    /** Says that the host does not run scripts. */
    public static Iterable<byte[]> scripts(
            Map<String, Object> environ, StartResponse startResponse) {
        return answer(
                "/cgi-bin" + Environ.value(environ, Environ.PATH_INFO),
                "No scripts on this server",
                """
                <p class="note">CGI scripts need Linux and a shell; the server's log says what is
                missing. The rest of the site works without.</p>
                """,
                startResponse);
    }

    private static Iterable<byte[]> answer(
            String path, String title, String content, StartResponse startResponse) {
        startResponse.start(
                "503 Service Unavailable",
                List.of(
                        new Header("Content-Type", Page.TYPE),
                        new Header("Cache-Control", "no-store")));
        return List.of(Page.of(path, title, content));
    }
}
