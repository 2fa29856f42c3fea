package dev.gatehouse.benchmarks.bridge;

/** The requests that are measured. */
public enum Requests {
    /** What wrk sends. */
    PLAIN("/hello", "/hello", new StubHeaders("host", "127.0.0.1:8080")),

    /** What a browser sends: 16 headers. */
    BROWSER(
            "/hello",
            "/hello",
            new StubHeaders(
                    "host",
                    "www.example.com",
                    "connection",
                    "keep-alive",
                    "cache-control",
                    "max-age=0",
                    "sec-ch-ua",
                    "\"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"",
                    "sec-ch-ua-mobile",
                    "?0",
                    "sec-ch-ua-platform",
                    "\"Linux\"",
                    "upgrade-insecure-requests",
                    "1",
                    "user-agent",
                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                            + " Chrome/140.0.0.0 Safari/537.36",
                    "accept",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
                            + "*/*;q=0.8",
                    "sec-fetch-site",
                    "same-origin",
                    "sec-fetch-mode",
                    "navigate",
                    "sec-fetch-dest",
                    "document",
                    "referer",
                    "https://www.example.com/articles/2026/gateways",
                    "accept-encoding",
                    "gzip, deflate, br, zstd",
                    "accept-language",
                    "en-GB,en;q=0.9,de;q=0.8",
                    "cookie",
                    "session=8f14e45fceea167a5a36dedd4bea2543; theme=dark")),

    /** wrk's headers on a path that has to be decoded and held against the container's. */
    ENCODED("/caf%C3%A9/a%20b", "/caf\u00e9/a b", new StubHeaders("host", "127.0.0.1:8080"));

    private final String uri;
    private final String decodedPath;
    private final StubHeaders headers;

    Requests(String uri, String decodedPath, StubHeaders headers) {
        this.uri = uri;
        this.decodedPath = decodedPath;
        this.headers = headers;
    }

    /** A request as a container would hand it over. */
    StubRequest make() {
        return new StubRequest(uri, decodedPath, headers);
    }
}
