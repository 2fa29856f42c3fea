/** The applications that the tests put behind GatewayServlet. */
package dev.gatehouse.it.apps;
