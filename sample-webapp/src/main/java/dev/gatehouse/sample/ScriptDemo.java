package dev.gatehouse.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A CGI script of the site: its source, and where its output goes.
 *
 * @param file its name
 * @param target its name again, with a path and a query to call it with
 * @param program what has to be installed for it
 * @param title what it is
 * @param text what it shows
 * @param source all of it
 */
record ScriptDemo(
        String file, String target, String program, String title, String text, String source) {

    static ScriptDemo load(String file, String rest, String program, String title, String text) {
        String source = Asset.load("cgi/" + file, "text/plain").text();
        return new ScriptDemo(file, file + rest, program, title, text, source);
    }

    /** Source and output, side by side where there is room. */
    String html() {
        return """
               <article class="demo">
               <div><h2>%s</h2><p>%s</p></div>
               %s
               %s
               </article>
               """
                .formatted(
                        title,
                        text,
                        Page.source("WEB-INF/cgi/" + file, source),
                        isRunnable() ? output() : missing());
    }

    private String output() {
        String link = Page.escape("../cgi-bin/" + target);
        return """
               <figure><figcaption class="split"><span>Its output</span><a href="%1$s">Run it</a></figcaption>
               <pre tabindex="0"><output data-script="%1$s">Run it to see it.</output></pre></figure>"""
                .formatted(link);
    }

    private String missing() {
        return """
               <p class="note">There is no <code>%s</code> on this server, so that this one cannot run here.</p>"""
                .formatted(program);
    }

    /** Looks where CgiServlet does. */
    private boolean isRunnable() {
        return Stream.of("/usr/local/bin", "/usr/bin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
