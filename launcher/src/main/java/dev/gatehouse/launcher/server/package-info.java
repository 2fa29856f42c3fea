/**
 * The embedded Tomcat: its connector, the one web application in it, and how both start and stop.
 *
 * <p>Knows nothing of the command line, and nothing of Gatehouse's servlets but their names: those
 * are loaded by the web application's own loader.
 */
package dev.gatehouse.launcher.server;
