package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.border.ServletSpec.gateway;
import static dev.gatehouse.it.border.ServletSpec.servlet;
import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.EmbeddedServer;
import dev.gatehouse.it.http.RawClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering by init-params, and deployments that must fail. */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
@Tag("embedded")
class RegistrationTest {

    private static final String LISTENER = "dev.gatehouse.servlet.GatewayListener";
    private static final String HELLO = "dev.gatehouse.it.apps.Hello";

    @Parameter Container container;

    @Test
    @DisplayName("an application is named by class, method or field, several side by side")
    void byName() throws Exception {
        try (EmbeddedServer server =
                container.start(
                        WebApp.of(
                                        "/app",
                                        gateway("class", HELLO, "/class/*"),
                                        gateway("method", HELLO + "#method", "/method/*"),
                                        gateway("factory", HELLO + "#factory", "/factory/*"),
                                        gateway("field", HELLO + "#FIELD", "/field/*"))
                                .withListener(LISTENER))) {
            for (String name : new String[] {"class", "method", "factory", "field"}) {
                assertThat(text(server, "/app/" + name + "/")).isEqualTo(name);
            }
        }
    }

    @Test
    @DisplayName("W11 the deployer's pairs are in environ; each servlet has its own settings")
    void settings() throws Exception {
        try (EmbeddedServer server =
                container.start(
                        WebApp.of(
                                        "",
                                        gateway("one", HELLO + "#deployer", "/one")
                                                .with("environ.deployer.pair", "first"),
                                        gateway("two", HELLO + "#deployer", "/two")
                                                .with("environ.deployer.pair", "\u00e9")
                                                .with("multithread", "false"))
                                .withListener(LISTENER))) {
            assertThat(text(server, "/one")).isEqualTo("first true");
            assertThat(text(server, "/two")).isEqualTo("\u00c3\u00a9 false");
        }
    }

    @Test
    @DisplayName("the first middleware is the outermost")
    void middleware() throws Exception {
        ServletSpec servlet =
                gateway("hello", HELLO, "/*")
                        .with("middleware", HELLO + "#OUTER, " + HELLO + "#INNER");
        try (EmbeddedServer server = container.start(WebApp.of("/app", servlet));
                RawClient client = server.connect()) {
            assertThat(client.exchange(get("/app/")).headers("X-Order"))
                    .containsExactly("inner", "outer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application, com.example.Missing, there is no class",
        "application, java.lang.String, java.lang.String",
        "application, dev.gatehouse.it.apps.Hello#missing, missing",
        "application, nosuch:thing, unknown scheme",
        "aplication, dev.gatehouse.it.apps.Hello, aplication",
        "maxBodySize, many, many",
        "middleware, com.example.Missing, com.example.Missing"
    })
    @DisplayName("a wrong registration fails the deployment, and says which and why")
    void wrong(String parameter, String value, String reason) {
        assertFails(gateway("blog", HELLO, "/*").with(parameter, value), parameter, reason);
    }

    @Test
    @DisplayName("so does a misspelt parameter without which there is no application")
    void noApplication() {
        assertFails(
                servlet("blog", "dev.gatehouse.servlet.GatewayServlet", "/*")
                        .with("aplication", HELLO),
                "aplication",
                "unknown parameter");
    }

    private void assertFails(ServletSpec servlet, String parameter, String reason) {
        Throwable failure =
                catchThrowable(
                        () ->
                                container
                                        .start(WebApp.of("/app", servlet).withListener(LISTENER))
                                        .close());

        assertThat(failure).isNotNull();
        assertThat(messages(failure)).contains("\"blog\"").contains(parameter).contains(reason);
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static String text(EmbeddedServer server, String path) throws Exception {
        try (RawClient client = server.connect()) {
            return client.exchange(get(path)).text();
        }
    }
}
