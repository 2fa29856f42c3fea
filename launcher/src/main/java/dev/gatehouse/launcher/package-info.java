/**
 * {@code java -jar gatehouse.war}: the bootstrap class, which alone lies at the root of the WAR,
 * and the entry point that it loads from {@code WEB-INF/launcher/}.
 */
package dev.gatehouse.launcher;
