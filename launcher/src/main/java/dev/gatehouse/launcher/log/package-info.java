/** Logging to the standard error stream, one line per record, until the very end of the process. */
package dev.gatehouse.launcher.log;
