/**
 * The sample site: small applications on the gateway contract, each short enough to be read as an
 * example, and the page that shows them working.
 *
 * <p>web.xml registers one {@link dev.gatehouse.servlet.GatewayServlet} for each. The applications
 * import {@code dev.gatehouse.gateway} and the JDK, and know nothing of Servlets.
 */
package dev.gatehouse.sample;
