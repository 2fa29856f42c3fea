package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopByHopTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Authenticate",
                "PROXY-AUTHORIZATION",
                "Proxy-Connection",
                "te",
                "Trailer",
                "tRANSFER-eNCODING",
                "Upgrade"
            })
    void theFieldsOfAConnectionInAnyCase(String name) {
        assertThat(HopByHop.includes(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Via",
                "ET",
                "Connections",
                "Content-Length",
                "X-Forwarded-For",
                "a-name-of-exactly-thirty-3-chars",
                "a-name-that-is-longer-than-the-longest-of-them"
            })
    void noOthers(String name) {
        assertThat(HopByHop.includes(name)).isFalse();
    }
}
