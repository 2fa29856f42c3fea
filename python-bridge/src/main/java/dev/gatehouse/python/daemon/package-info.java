/**
 * Python in worker processes: a pool of CPython processes that dial in over a unix socket, and the
 * exchange of one request with one of their threads. The protocol is in PROTOCOL.md.
 *
 * <p>This package knows nothing of Servlets, and nothing of how a pool is configured in web.xml.
 */
package dev.gatehouse.python.daemon;
