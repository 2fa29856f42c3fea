package dev.gatehouse.launcher.server;

import dev.gatehouse.launcher.proxy.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the server listens, works and stops.
 *
 * @param host the address to listen on
 * @param port the port; 0 stands for any free one
 * @param contextPath where the web application lies: empty, or a slash and a name
 * @param threads how many platform threads serve requests; empty for virtual threads
 * @param accessLog where requests are logged
 * @param trustedProxies the peers whose forwarded headers count
 * @param gracefulTimeout how long requests in flight may take to finish at the stop
 */
public record ServerSettings(
        String host,
        int port,
        String contextPath,
        OptionalInt threads,
        Optional<AccessLog> accessLog,
        List<Cidr> trustedProxies,
        Duration gracefulTimeout) {

    /** Copies the list. */
    public ServerSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
