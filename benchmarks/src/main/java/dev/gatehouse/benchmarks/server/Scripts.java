package dev.gatehouse.benchmarks.server;

import dev.gatehouse.cgi.CgiServlet;
import jakarta.servlet.Servlet;
import java.util.Map;
import org.apache.catalina.servlets.CGIServlet;

/** The CGI scripts below {@code WEB-INF/cgi}, by Tomcat's servlet or by ours. */
final class Scripts {

    /** Where they are. */
    static final String PATTERN = "/cgi-bin/*";

    /** Tomcat's servlet has to be told to execute them directly; ours does without it, too. */
    static final Map<String, String> PARAMETERS =
            Map.of("cgiPathPrefix", "WEB-INF/cgi", "executable", "");

    private Scripts() {}

    /** The servlet of a form. */
    static Servlet servlet(String form) {
        return form.equals("gateway") ? new CgiServlet() : new CGIServlet();
    }
}
