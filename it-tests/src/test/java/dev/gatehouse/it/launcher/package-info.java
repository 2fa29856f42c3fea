/**
 * {@code java -jar gatehouse.war}, started as users do: a process, its streams and its exit code.
 */
package dev.gatehouse.it.launcher;
