/**
 * What GatewayServlet does, rule by rule, on every embedded container. The numbers W1 to W42 in the
 * names of tests are those of the rules of PEP 3333 hosts that the test holds.
 */
package dev.gatehouse.it.behaviour;
