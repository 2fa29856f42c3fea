package dev.gatehouse.cgi;

import java.nio.file.Path;

/**
 * A script that was found for a request, and how the URL was divided (RFC 3875, 3.2 and 3.3).
 *
 * @param file the regular file
 * @param scriptName the part of the path that leads to it, its chars being bytes
 * @param pathInfo what follows; empty or beginning with a slash
 */
record Script(Path file, String scriptName, String pathInfo) {}
