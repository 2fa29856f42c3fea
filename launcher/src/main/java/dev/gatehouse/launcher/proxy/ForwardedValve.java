package dev.gatehouse.launcher.proxy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Makes a request look as the client sent it, if a trusted proxy passed it on; from anybody else,
 * takes away the headers with which a client could pretend to be another.
 */
public final class ForwardedValve extends ValveBase {

    private static final int BAD_REQUEST = 400;

    private final TrustedProxies proxies;
    private final ForwardedHeaders headers;

    /** A valve that believes these proxies, and nobody else. */
    public ForwardedValve(List<Cidr> proxies) {
        super(true);
        this.proxies = new TrustedProxies(proxies);
        this.headers = new ForwardedHeaders(this.proxies);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<InetAddress> proxy = proxy(request);
        if (proxy.isEmpty()) {
            RequestRewriter.removeForwarded(request);
        } else {
            try {
                headers.read(proxy.get(), name -> Collections.list(request.getHeaders(name)))
                        .ifPresent(origin -> RequestRewriter.apply(origin, request));
            } catch (ForwardedException e) {
                container.getLogger().warn(e.getMessage());
                response.sendError(BAD_REQUEST);
                return;
            }
        }
        getNext().invoke(request, response);
    }

    private Optional<InetAddress> proxy(Request request) {
        return proxies.blocks().isEmpty()
                ? Optional.empty()
                : IpAddress.parse(request.getRemoteAddr()).filter(proxies::trust);
    }
}
