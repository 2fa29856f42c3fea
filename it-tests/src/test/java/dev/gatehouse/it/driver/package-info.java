/**
 * How each embedded container is started. These classes are loaded beside the container's jars, in
 * a class loader of its own, never by the tests themselves.
 */
package dev.gatehouse.it.driver;
