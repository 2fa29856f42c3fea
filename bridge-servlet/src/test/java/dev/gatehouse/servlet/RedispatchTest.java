package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Environ;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class RedispatchTest {

    private final RequestDispatcher dispatcher = mock(RequestDispatcher.class);

    @Test
    @DisplayName("R45 the other servlet sees a GET without a body")
    void forwards() throws Exception {
        Exchange exchange =
                exchange("POST")
                        .header("Content-Type", "text/plain")
                        .header("Cookie", "a=1")
                        .body(new byte[3], 3);

        exchange.answeredBy(to("/app/other?x=%20"));

        verify(exchange.request).getRequestDispatcher("/other?x=%20");
        ArgumentCaptor<HttpServletRequest> seen = ArgumentCaptor.forClass(HttpServletRequest.class);
        verify(dispatcher).forward(seen.capture(), any());
        assertThat(seen.getValue().getMethod()).isEqualTo("GET");
        assertThat(seen.getValue().getContentLengthLong()).isEqualTo(-1);
        assertThat(seen.getValue().getInputStream().read()).isEqualTo(-1);
        assertThat(Collections.list(seen.getValue().getHeaderNames())).containsExactly("Cookie");
    }

    @ParameterizedTest
    @DisplayName("R46 private folders are refused, however they are written")
    @ValueSource(
            strings = {
                "/app/WEB-INF/web.xml",
                "/app/web-inf/x",
                "/app/%57EB-INF/x",
                "/app/a/../META-INF/x",
                "/app//WEB-INF;x/y",
                "/app/%2e/WEB-INF/x"
            })
    void refusesPrivateFolders(String target) throws Exception {
        Exchange exchange = exchange("GET").answeredBy(to(target));

        assertThat(exchange.events).contains("status 500");
        verify(dispatcher, never()).forward(any(), any());
    }

    @Test
    @DisplayName("R44 the eleventh redirect in a row is refused")
    void endsLoops() throws Exception {
        Exchange exchange = exchange("GET");
        when(exchange.request.getAttribute("dev.gatehouse.redispatches")).thenReturn(10);

        assertThat(exchange.answeredBy(to("/app/x")).events).contains("status 500");
        verify(dispatcher, never()).forward(any(), any());
    }

    @Test
    @DisplayName("R45 another web application is for the client to ask")
    void redirects() throws Exception {
        Exchange exchange = exchange("GET").answeredBy(to("/other/x"));

        assertThat(exchange.events).contains("status 302");
        verify(exchange.response).setHeader("Location", "/other/x");
    }

    private Exchange exchange(String method) throws Exception {
        Exchange exchange = new Exchange(method, "/app/cgi");
        when(exchange.context.getContextPath()).thenReturn("/app");
        when(exchange.request.getRequestDispatcher(anyString())).thenReturn(dispatcher);
        return exchange;
    }

    private static Application to(String target) {
        return (environ, startResponse) -> Environ.redispatch(environ).apply(target);
    }
}
