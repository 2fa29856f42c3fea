package dev.gatehouse.cgi;

import dev.gatehouse.servlet.GatewayServlet;

/**
 * Runs CGI scripts (RFC 3875) in any Servlet container.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>cgi</servlet-name>
 *   <servlet-class>dev.gatehouse.cgi.CgiServlet</servlet-class>
 *   <init-param>
 *     <param-name>cgiPathPrefix</param-name>
 *     <param-value>WEB-INF/cgi</param-value>
 *   </init-param>
 * </servlet>
 * <servlet-mapping>
 *   <servlet-name>cgi</servlet-name>
 *   <url-pattern>/cgi-bin/*</url-pattern>
 * </servlet-mapping>
 * }</pre>
 *
 * <p>It takes the parameters of Tomcat's CGIServlet, and more; {@link CgiApplicationFactory} has
 * the table.
 */
public final class CgiServlet extends GatewayServlet {

    private static final long serialVersionUID = 1L;

    /** For web.xml. */
    public CgiServlet() {
        super("cgi:");
    }
}
