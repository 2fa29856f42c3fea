package dev.gatehouse.sample;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.util.List;
import java.util.Map;

/**
 * The landing page and its few files, and a page that says so for everything else. It stands at the
 * root, so that nothing of the WAR is served but what is named here.
 */
public final class Site implements Application {

    private final Map<String, Asset> assets =
            Map.of(
                    "/", Asset.load("index.html", Page.TYPE),
                    "/site.css", Asset.load("site.css", "text/css; charset=utf-8"),
                    "/site.js", Asset.load("site.js", "text/javascript; charset=utf-8"),
                    "/scripts.js", Asset.load("scripts.js", "text/javascript; charset=utf-8"),
                    "/icon.svg", Asset.load("icon.svg", "image/svg+xml"));

    /** For web.xml. */
    public Site() {}

    @Override
    public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
        String method = Environ.method(environ);
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return MethodNotAllowed.answer(startResponse, "GET, HEAD");
        }
        String path = Environ.value(environ, Environ.PATH_INFO);
        if (path.isEmpty()) {
            return FolderRedirect.answer(environ, startResponse);
        }
        Asset asset = assets.get(path);
        return asset == null
                ? notFound(environ, startResponse)
                : found(asset, environ, startResponse);
    }

    private static Iterable<byte[]> found(
            Asset asset, Map<String, Object> environ, StartResponse startResponse) {
        // The file may change with the next deployment: ask again, and be told 304.
        Header cacheControl = new Header("Cache-Control", "no-cache");
        Header tag = new Header("ETag", asset.tag().value());
        if (asset.tag().isKnown(environ)) {
            startResponse.start("304 Not Modified", List.of(cacheControl, tag));
            return List.of();
        }
        startResponse.start(
                "200 OK", List.of(new Header("Content-Type", asset.type()), cacheControl, tag));
        return asset.body();
    }

    private static Iterable<byte[]> notFound(
            Map<String, Object> environ, StartResponse startResponse) {
        startResponse.start("404 Not Found", List.of(new Header("Content-Type", Page.TYPE)));
        String path = Environ.text(environ, Environ.PATH_INFO);
        String content = "<p>The site has no <code>" + Page.escape(path) + "</code>.</p>";
        return List.of(Page.of(path, "Nothing here", content));
    }
}
