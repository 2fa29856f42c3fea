package dev.gatehouse.benchmarks.bridge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Enumeration;

/** A GET over HTTP/1.1 without a body, whose getters only return fields. */
final class StubRequest extends HttpServletRequestWrapper {

    private final String uri;
    private final String decodedPath;
    private final StubHeaders headers;

    /**
     * A request to the root context.
     *
     * @param uri the raw path
     * @param decodedPath the same as the container decodes it
     */
    StubRequest(String uri, String decodedPath, StubHeaders headers) {
        super(Refusing.all(HttpServletRequest.class));
        this.uri = uri;
        this.decodedPath = decodedPath;
        this.headers = headers;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public String getServletPath() {
        return "";
    }

    @Override
    public String getPathInfo() {
        return decodedPath;
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public String getScheme() {
        return "http";
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public Object getAttribute(String name) {
        return null;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return headers.names();
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return headers.values(name);
    }

    @Override
    public String getHeader(String name) {
        return null;
    }

    @Override
    public String getServerName() {
        return "127.0.0.1";
    }

    @Override
    public int getServerPort() {
        return 8080;
    }

    @Override
    public String getLocalAddr() {
        return "127.0.0.1";
    }

    @Override
    public String getRemoteAddr() {
        return "127.0.0.1";
    }

    @Override
    public int getRemotePort() {
        return 54321;
    }

    @Override
    public String getRemoteUser() {
        return null;
    }

    @Override
    public String getAuthType() {
        return null;
    }
}
