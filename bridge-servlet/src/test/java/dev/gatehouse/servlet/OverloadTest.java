package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import dev.gatehouse.gateway.OverloadedException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadTest {

    @ParameterizedTest
    @CsvSource({"0,1", "200,1", "5000,5"})
    void anOverloadedApplicationSaysWhenToTryAgain(long milliseconds, String seconds)
            throws Exception {
        Exchange exchange = Exchange.get("/");
        exchange.answeredBy(
                (environ, startResponse) -> {
                    throw new OverloadedException("full", Duration.ofMillis(milliseconds));
                });

        verify(exchange.response).setHeader("Retry-After", seconds);
        assertThat(exchange.events).contains("status 503", "write 503 Service Unavailable\n");
    }
}
