package dev.gatehouse.launcher.proxy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The request as the client sent it, as far as trusted proxies say.
 *
 * @param client who sent it
 * @param scheme http or https; empty if nothing was said
 * @param authority the host that the client asked for; empty if nothing was said
 * @param port the port that the client connected to; empty if nothing was said
 */
record Origin(
        InetAddress client,
        Optional<String> scheme,
        Optional<Authority> authority,
        OptionalInt port) {}
