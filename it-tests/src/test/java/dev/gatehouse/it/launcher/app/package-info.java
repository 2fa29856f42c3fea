/** Applications that the launcher is given by name; nothing here knows of the tests. */
package dev.gatehouse.it.launcher.app;
