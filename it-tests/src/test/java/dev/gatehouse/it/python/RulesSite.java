package dev.gatehouse.it.python;

import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Program;
import dev.gatehouse.it.support.Requires;
import java.io.IOException;
import java.util.Map;

/** The application whose functions each do one thing that PEP 3333 has rules for. */
final class RulesSite implements AutoCloseable {

    private final PythonSite site;

    private RulesSite(PythonSite site) {
        this.site = site;
    }

    /**
     * Starts it, with one process of one thread.
     *
     * @param parameters init-params
     */
    static RulesSite start(Container container, Map<String, String> parameters) throws Exception {
        Requires.present(Program.installed("python3"), "python3, Debian's package");
        ServletSpec servlet =
                ServletSpec.gateway("rules", "python:rules_app:app", "/*")
                        .with("chdir", Deployment.APPLICATIONS.toString())
                        .with("threads", "1")
                        .with("startupTimeout", "120s")
                        .with("environment.PYTHONDONTWRITEBYTECODE", "1");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            servlet = servlet.with(parameter.getKey(), parameter.getValue());
        }
        return new RulesSite(PythonSite.start(container, WebApp.of("/app", servlet)));
    }

    /** The answer to a GET of a function, on a connection of its own. */
    RawResponse get(String function) throws IOException {
        return answer(RawRequest.get("/app/" + function));
    }

    /** The answer to a request, on a connection of its own. */
    RawResponse answer(RawRequest request) throws IOException {
        try (RawClient client = connect()) {
            return client.exchange(request);
        }
    }

    /** A connection of one's own. */
    RawClient connect() throws IOException {
        return site.connect();
    }

    /** Waits for a text in the log. */
    String logged(String text) throws Exception {
        return site.log().await(text);
    }

    @Override
    public void close() {
        site.close();
    }
}
