package dev.gatehouse.servlet;

/** The server's port in decimal: one for nearly all requests, so the last one is kept. */
final class PortText {

    private volatile Kept last = new Kept(0, "0");

    String text(int port) {
        Kept kept = last;
        if (kept.port() != port) {
            kept = new Kept(port, Integer.toString(port));
            last = kept;
        }
        return kept.text();
    }

    private record Kept(int port, String text) {}
}
