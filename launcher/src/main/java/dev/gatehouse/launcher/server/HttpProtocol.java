package dev.gatehouse.launcher.server;

import java.util.concurrent.Executor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 as gateway applications need it. */
final class HttpProtocol extends Http11NioProtocol {

    private static final int HEADER_BYTES = 16 * 1024;

    /** The 32 KiB that a Python application may send by default, and the server's own. */
    private static final int RESPONSE_HEADER_BYTES = 40 * 1024;

    private static final int PATIENCE_MILLISECONDS = 20_000;

    HttpProtocol(Executor threads) {
        setExecutor(threads);
        setMaxHttpHeaderSize(HEADER_BYTES);
        setMaxHttpResponseHeaderSize(RESPONSE_HEADER_BYTES);
        setConnectionTimeout(PATIENCE_MILLISECONDS);
        setKeepAliveTimeout(PATIENCE_MILLISECONDS);
        setMaxKeepAliveRequests(-1);
        // RFC 9110 10.1.1: the client is asked for the body when the application reads it.
        setContinueResponseTiming("onRead");
        // What browsers send unencoded, and what a CGI program is given elsewhere.
        setRelaxedPathChars("[]|^");
        setRelaxedQueryChars("[]{}|^`\\");
    }

    /** Stops accepting connections; from now on each response ends the one that it goes out on. */
    void refuseMore() {
        closeServerSocketGraceful();
        setMaxKeepAliveRequests(1);
    }

    /** Whether a file is on its way by the poller's hand, its request's thread being long gone. */
    boolean sendsFiles() {
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (((NioSocketWrapper) connection).getSendfileData() != null) {
                return true;
            }
        }
        return false;
    }
}
