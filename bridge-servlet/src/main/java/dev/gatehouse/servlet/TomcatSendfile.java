package dev.gatehouse.servlet;

import dev.gatehouse.gateway.FileWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;

/**
 * Tomcat's sendfile, asked for by request attributes. It sends the file after the servlet has
 * returned, so it is only for files that stay.
 */
final class TomcatSendfile {

    private static final String PREFIX = "org.apache.tomcat.sendfile.";

    /** Below this Tomcat's DefaultServlet copies, too. */
    private static final long WORTHWHILE = 48 * 1024;

    private TomcatSendfile() {}

    /** Whether nothing stands between the servlet and a connector that can do it. */
    static boolean isPossible(
            FileWrapper.Region region, HttpServletRequest request, HttpServletResponse response) {
        return region.length() >= WORTHWHILE
                && Boolean.TRUE.equals(request.getAttribute(PREFIX + "support"))
                // A filter that wraps the response wants to see the bytes.
                && isTomcats(request, "RequestFacade")
                && isTomcats(response, "ResponseFacade")
                // Tomcat would find out when it is too late for an error.
                && isWhole(region);
    }

    static void send(FileWrapper.Region region, HttpServletRequest request) {
        request.setAttribute(PREFIX + "filename", region.path().toAbsolutePath().toString());
        request.setAttribute(PREFIX + "start", region.offset());
        request.setAttribute(PREFIX + "end", region.offset() + region.length());
    }

    private static boolean isWhole(FileWrapper.Region region) {
        return Files.isReadable(region.path())
                && region.path().toFile().length() >= region.offset() + region.length();
    }

    private static boolean isTomcats(Object object, String name) {
        return object.getClass().getName().equals("org.apache.catalina.connector." + name);
    }
}
