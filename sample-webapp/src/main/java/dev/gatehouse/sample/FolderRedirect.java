package dev.gatehouse.sample;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.StartResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** The answer to a request without the last slash: the links of a page are relative to a folder. */
final class FolderRedirect {

    private FolderRedirect() {}

    static Iterable<byte[]> answer(Map<String, Object> environ, StartResponse startResponse) {
        String folder = Environ.text(environ, Environ.SCRIPT_NAME) + "/";
        try {
            Header location =
                    new Header("Location", new URI(null, null, folder, null).toASCIIString());
            startResponse.start(
                    "308 Permanent Redirect",
                    List.of(location, new Header("Content-Type", "text/plain")));
            return List.of();
        } catch (URISyntaxException e) {
            throw new GatewayException(400, "no path of a URI: " + folder, e);
        }
    }
}
