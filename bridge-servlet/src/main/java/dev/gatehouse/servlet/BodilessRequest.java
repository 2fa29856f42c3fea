package dev.gatehouse.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A request that is answered a second time: a GET (or HEAD) without a body. */
final class BodilessRequest extends HttpServletRequestWrapper {

    private static final List<String> ABOUT_THE_BODY =
            List.of("Content-Length", "Content-Type", "Transfer-Encoding", "Expect");

    BodilessRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return super.getMethod().equals("HEAD") ? "HEAD" : "GET";
    }

    @Override
    public ServletInputStream getInputStream() {
        return new NoBytes();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(Reader.nullReader());
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public String getHeader(String name) {
        return isAboutTheBody(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAboutTheBody(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(BodilessRequest::isAboutTheBody);
        return Collections.enumeration(names);
    }

    private static boolean isAboutTheBody(String name) {
        return ABOUT_THE_BODY.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static final class NoBytes extends ServletInputStream {

        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a request without a body is not read");
        }
    }
}
