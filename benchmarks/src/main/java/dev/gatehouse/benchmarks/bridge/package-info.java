/**
 * JMH: what the bridge itself costs per request, in time and in allocated bytes, without a
 * container.
 *
 * <p>The same requests go to a plain servlet and to a GatewayServlet, through stubs that cost next
 * to nothing; the difference is what the bridge adds.
 */
package dev.gatehouse.benchmarks.bridge;
