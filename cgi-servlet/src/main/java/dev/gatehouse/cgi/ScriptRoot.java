package dev.gatehouse.cgi;

import java.nio.file.Path;

/**
 * Where the scripts lie.
 *
 * @param directory their directory, its real path
 * @param inWebApplication whether they came in a WAR, which cannot carry execute permissions
 * @param documents what DOCUMENT_ROOT is, absolute
 */
record ScriptRoot(Path directory, boolean inWebApplication, Path documents) {}
