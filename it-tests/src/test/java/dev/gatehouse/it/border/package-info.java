/**
 * What test code and a container in its own class loader both see: JDK types, {@code
 * dev.gatehouse.gateway} and this package are loaded once, all else per container.
 */
package dev.gatehouse.it.border;
