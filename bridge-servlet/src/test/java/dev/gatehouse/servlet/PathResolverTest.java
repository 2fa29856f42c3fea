package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints were matched on the container's path; the application must not see another. */
class PathResolverTest {

    @ParameterizedTest(name = "{0}, seen by the container as {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    /a%20b,           '/a b',        200
                    //a//b,           /a/b,          200
                    //a//b,           //a//b,        200
                    /a;x=1/b,         /a/b,          200
                    /%C3%A9,          /\u00e9,       200
                    /%E9,             /\ufffd,       200
                    /%252F,           /%2F,          200
                    /admin%2Fx,       /admin%2Fx,    400
                    /a%5Cb,           /a%5Cb,        400
                    /a/..;/admin,     /a/..;/admin,  400
                    /./a/../admin,    /./a/../admin, 400
                    /admin//../free,  /free,         400
                    """)
    void refusesAnotherPath(String raw, String containers, int status) throws Exception {
        Exchange exchange = Exchange.get(raw);
        when(exchange.request.getPathInfo()).thenReturn(containers);

        assertThat(exchange.answeredBy(Apps.OK).events).contains("status " + status);
    }

    @Test
    void refusesWhatTheContainerCallsAmbiguous() throws Exception {
        Exchange exchange = Exchange.get("/a%2Fb");
        when(exchange.request.getServletPath()).thenThrow(new IllegalArgumentException());

        assertThat(exchange.answeredBy(Apps.OK).events).contains("status 400");
    }

    @Test
    void letsThemInWhenTheDeployerSaysSo() throws Exception {
        Exchange exchange = Exchange.get("/admin%2Fx");
        when(exchange.request.getPathInfo()).thenReturn("/admin%2Fx");

        exchange.answeredBy(Apps.environ("PATH_INFO"), Map.of("strictPath", "false"));

        assertThat(exchange.events).contains("write /admin/x");
    }

    @ParameterizedTest(name = "context {0}")
    @CsvSource({"/c x\u00e9", "/c%20x%C3%A9"})
    void takesTheContextPathEncodedOrNot(String contextPath) throws Exception {
        Exchange exchange = Exchange.get("/c%20x%C3%A9/a%20b");
        when(exchange.context.getContextPath()).thenReturn(contextPath);
        when(exchange.request.getPathInfo()).thenReturn("/a b");

        exchange.answeredBy(Apps.environ("SCRIPT_NAME"));

        assertThat(exchange.events).contains("write /c x\u00c3\u00a9");
    }

    @Test
    void takesTheAbsoluteFormOfATarget() throws Exception {
        Exchange exchange = Exchange.get("http://localhost/a/b");

        exchange.answeredBy(Apps.environ("PATH_INFO"));

        assertThat(exchange.events).contains("write /a/b");
    }
}
