package dev.gatehouse.sample;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the CGI scripts of the site, each with its source beside its output. */
public final class ScriptGallery implements Application {

    private final List<ScriptDemo> demos =
            List.of(
                    ScriptDemo.load(
                            "environ.sh",
                            "/a/path?and=a+query",
                            "sh",
                            "A shell script",
                            "What follows the script in the address is its <code>PATH_INFO</code>."),
                    ScriptDemo.load(
                            "words.pl",
                            "?text=a+rose+is+a+rose+is+a+rose",
                            "perl",
                            "A Perl script",
                            "The words of the query, the most frequent first."),
                    ScriptDemo.load(
                            "month.py",
                            "",
                            "python3",
                            "A Python script",
                            "A process for every request, and gone after it."),
                    ScriptDemo.load(
                            "primes.c",
                            "",
                            "cc",
                            "A C program",
                            "<code>interpreter.c</code> is <code>sh</code>, to which the first"
                                    + " lines are a script that compiles the rest."));

    /** For web.xml. */
    public ScriptGallery() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        String path = Environ.value(environ, Environ.PATH_INFO);
        if (path.isEmpty()) {
            return FolderRedirect.answer(environ, startResponse);
        }
        if (!path.equals("/")) {
            throw new GatewayException(404, "the page is scripts/");
        }
        startResponse.start(
                "200 OK",
                List.of(
                        new Header("Content-Type", Page.TYPE),
                        new Header("Cache-Control", "no-cache")));
        return List.of(
                Page.of(
                        "/scripts/",
                        "CGI scripts",
                        """
                        <script src="../scripts.js" type="module"></script>
                        <p>Each is a file in this WAR. <code>CgiServlet</code> runs it in a process of its
                        own for each request, as RFC 3875 says, and what it writes is what you get.</p>
                        """
                                + demos.stream()
                                        .map(ScriptDemo::html)
                                        .collect(Collectors.joining())));
    }
}
