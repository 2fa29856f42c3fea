/** The command line: commands, options, and what they say when something is wrong. */
package dev.gatehouse.launcher.cli;
