package dev.gatehouse.python.daemon;

import java.time.Duration;

/**
 * When a healthy process is replaced by a new one; zero means never. Counts and times are varied
 * from process to process, so that not all are due at once.
 *
 * @param requests after that many requests
 * @param lifetime after that time
 * @param idleness after that time without a request
 * @param memory once the resident set has that many bytes
 * @param jitter by how much counts and times are varied, in percent
 */
public record Recycling(
        int requests, Duration lifetime, Duration idleness, long memory, int jitter) {}
