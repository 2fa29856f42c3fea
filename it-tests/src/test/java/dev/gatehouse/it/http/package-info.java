/**
 * HTTP/1.1 as bytes: requests go out exactly as a test writes them, and responses come back with
 * their framing, so that a truncated one is told from a whole one.
 */
package dev.gatehouse.it.http;
