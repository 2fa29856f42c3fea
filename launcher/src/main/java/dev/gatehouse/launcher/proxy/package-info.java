/**
 * What a reverse proxy says of the client it speaks for, believed only where the proxy is trusted.
 */
package dev.gatehouse.launcher.proxy;
