/**
 * CGI/1.1 (RFC 3875): scripts that answer requests, one process each.
 *
 * <p>{@link dev.gatehouse.cgi.CgiServlet} is for web.xml, and takes the place of Tomcat's
 * CGIServlet; {@link dev.gatehouse.cgi.CgiApplicationFactory} makes the same of the application
 * {@code cgi:DIRECTORY} for {@link dev.gatehouse.servlet.GatewayServlet}. Paths, request headers
 * and response framing are the bridge's, starting and ending of processes is that of {@code
 * dev.gatehouse.process}; what lies here is the way from a URL to a script, from an environ to an
 * environment, and from the output of a script to a response.
 */
package dev.gatehouse.cgi;
