/**
 * The contract between a server and a program that answers requests: PEP 3333 in Java terms.
 *
 * <p>An {@link dev.gatehouse.gateway.Application} takes an environ map ({@link
 * dev.gatehouse.gateway.Environ}) and a {@link dev.gatehouse.gateway.StartResponse}, and returns
 * the blocks of the response body. {@link dev.gatehouse.gateway.Middleware} puts one application
 * around another. {@link dev.gatehouse.gateway.ApplicationFactory} adds schemes to the {@code
 * application} parameter of web.xml, each with its {@link dev.gatehouse.gateway.SettingsTable}.
 *
 * <p>This package knows nothing of Servlets, processes or Python, and imports the JDK only.
 */
package dev.gatehouse.gateway;
