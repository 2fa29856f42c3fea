package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Environ;
import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.Header;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.StartResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a response of what a script writes (RFC 3875, 6). Thread-safe. */
final class Responder {

    private final long maxHeaderSize;
    private final LocalRedirects localRedirects;

    Responder(Settings settings) {
        this.maxHeaderSize = settings.get(CgiSettings.MAX_HEADER_SIZE);
        this.localRedirects = settings.get(CgiSettings.LOCAL_REDIRECT);
    }

    /**
     * Passes on the response of a script.
     *
     * @return the body, which owns the run unless that has ended
     * @throws GatewayException if it is no response, or does not come in time
     * @throws IOException if the client did not send the whole request body
     */
    Iterable<byte[]> respond(
            Map<String, Object> environ, ScriptRun run, StartResponse startResponse)
            throws IOException {
        try {
            ScriptHead head = run.output().head(maxHeaderSize);
            if (head.localRedirect().isPresent() && localRedirects != LocalRedirects.CLIENT) {
                return redirect(environ, run, head, startResponse);
            }
            return document(environ, run, head, startResponse);
        } catch (ScriptTimeoutException | MalformedOutputException e) {
            throw run.failed(e);
        }
    }

    private Iterable<byte[]> document(
            Map<String, Object> environ,
            ScriptRun run,
            ScriptHead head,
            StartResponse startResponse)
            throws IOException {
        boolean toHead = Environ.method(environ).equals("HEAD");
        startResponse.start(head.status(), toHead ? withLength(head) : head.headers());
        if (toHead || head.isBodiless()) {
            // RFC 3875 4.3.3: read, and not sent.
            drain(run);
            run.close();
            return List.of();
        }
        Optional<byte[]> whole = run.inputIsRead() ? run.output().shortBody() : Optional.empty();
        if (whole.isPresent()) {
            run.complete();
            return new WholeBody(whole.get(), run);
        }
        return new ScriptBody(run);
    }

    /** RFC 3875 6.2.2: the path alone, so that nothing of the script's response is lost. */
    private Iterable<byte[]> redirect(
            Map<String, Object> environ,
            ScriptRun run,
            ScriptHead head,
            StartResponse startResponse)
            throws IOException {
        if (localRedirects == LocalRedirects.OFF) {
            throw new MalformedOutputException("a local redirect, which localRedirect=off forbids");
        }
        if (!isBlank(run.output())) {
            return document(environ, run, head, startResponse);
        }
        run.complete();
        run.close();
        return Environ.redispatch(environ).apply(head.localRedirect().orElseThrow());
    }

    private static boolean isBlank(ScriptOutput output) throws IOException {
        byte[] block = output.block();
        for (byte b : block) {
            if (b != '\r' && b != '\n') {
                output.putBack(block);
                return false;
            }
        }
        return block.length == 0 || isBlank(output);
    }

    private static void drain(ScriptRun run) throws IOException {
        while (run.output().block().length > 0) {
            // Nobody asked for it.
        }
        run.complete();
    }

    /** The length of a body that is not sent cannot be counted, so here the script is trusted. */
    private static List<Header> withLength(ScriptHead head) {
        Optional<String> length = head.contentLength().filter(text -> text.matches("[0-9]{1,18}"));
        if (length.isEmpty()) {
            return head.headers();
        }
        List<Header> headers = new ArrayList<>(head.headers());
        headers.add(new Header("Content-Length", length.get()));
        return headers;
    }
}
