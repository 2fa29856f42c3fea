/**
 * Python WSGI applications: the scheme {@code python} of the {@code application} parameter and its
 * settings. How the workers are run is the business of {@code dev.gatehouse.python.daemon}.
 */
package dev.gatehouse.python;
