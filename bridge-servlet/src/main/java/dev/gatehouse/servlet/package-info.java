/**
 * The bridge from the Servlet container to the gateway contract.
 *
 * <p>{@link dev.gatehouse.servlet.GatewayServlet} is the one place where the two meet: paths are
 * decoded, headers are checked and bodies are framed here, once, for every kind of application.
 * {@link dev.gatehouse.servlet.GatewayListener} builds the applications while the web application
 * starts, so that a broken one fails the deployment.
 */
package dev.gatehouse.servlet;
