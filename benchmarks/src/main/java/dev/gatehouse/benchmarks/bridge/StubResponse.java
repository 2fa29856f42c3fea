package dev.gatehouse.benchmarks.bridge;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that keeps the last of each thing it is given, so that no call can be left out. */
final class StubResponse extends HttpServletResponseWrapper {

    private final Out out = new Out();
    private int status;
    private String type;
    private long length;

    StubResponse() {
        super(Refusing.all(HttpServletResponse.class));
    }

    /** A digest of what was answered, for JMH to consume. */
    long outcome() {
        return status + length + out.last.length + type.length();
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setContentType(String type) {
        this.type = type;
    }

    @Override
    public void setContentLength(int length) {
        this.length = length;
    }

    @Override
    public void setContentLengthLong(long length) {
        this.length = length;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    private static final class Out extends ServletOutputStream {

        private byte[] last = {};

        @Override
        public void write(byte[] block, int offset, int length) {
            last = block;
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException("a single byte");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("a listener");
        }
    }
}
