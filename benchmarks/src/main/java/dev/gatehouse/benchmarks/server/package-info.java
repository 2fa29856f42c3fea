/**
 * The server that {@code benchmarks/run} starts: one workload in one embedded Tomcat, either as a
 * plain servlet or as an application behind GatewayServlet.
 *
 * <p>The two halves of a workload stand side by side in one class, so that a reader can see that
 * they do the same.
 */
package dev.gatehouse.benchmarks.server;
