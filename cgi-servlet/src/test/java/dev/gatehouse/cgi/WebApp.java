package dev.gatehouse.cgi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A web application with a CgiServlet.
 *
 * @param contextPath its path, empty for the root
 * @param mappings the URL patterns of the servlet
 * @param parameters the init-params of the servlet
 * @param secured whether all of it is for {@link #USER} alone, by Basic authentication
 * @param folder the folder that holds {@code webapp}, and is the container's otherwise
 */
record WebApp(
        String contextPath,
        List<String> mappings,
        Map<String, String> parameters,
        boolean secured,
        Path folder) {

    static final String USER = "alice";
    static final String PASSWORD = "secret";
    static final String ROLE = "user";

    /** The files of the web application. */
    Path files() {
        return folder.resolve("webapp");
    }
}
