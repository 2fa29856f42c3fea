package dev.gatehouse.launcher.proxy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node of RFC 7239, section 6, and its X-Forwarded-For relatives: an address, maybe a port. */
final class Node {

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](:\\w+)?");
    private static final Pattern V4_AND_PORT = Pattern.compile("([0-9.]+):\\w+");

    private Node() {}

    /** The address; empty for {@code unknown}, a name in disguise, or anything else. */
    static Optional<InetAddress> address(String node) {
        Matcher bracketed = BRACKETED.matcher(node);
        if (bracketed.matches()) {
            return IpAddress.parse(bracketed.group(1));
        }
        Matcher withPort = V4_AND_PORT.matcher(node);
        return IpAddress.parse(withPort.matches() ? withPort.group(1) : node);
    }
}
