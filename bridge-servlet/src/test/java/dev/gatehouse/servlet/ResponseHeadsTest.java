package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known to be right is not checked again, and nothing else is taken for it. */
class ResponseHeadsTest {

    private static final List<Header> HEADERS = List.of(new Header("Content-Length", "5"));

    private final ResponseHeads heads = new ResponseHeads();

    @Test
    void knowsTheLastListAgain() {
        assertThat(heads.of("200 OK", HEADERS)).isSameAs(heads.of("200 OK", HEADERS));
        assertThat(heads.of("200 OK", HEADERS).head())
                .hasToString("ResponseHead[status=200, headers=" + HEADERS + ", contentLength=5]");
    }

    @Test
    void doesNotConfuseStatuses() {
        assertThat(heads.of("200 OK", HEADERS).head().status()).isEqualTo(200);
        assertThat(heads.of("404 Not Found", HEADERS).head().status()).isEqualTo(404);
        assertThat(heads.of("200 OK", HEADERS).head().status()).isEqualTo(200);
    }

    @Test
    void checksAListThatCanBeModifiedAgain() {
        List<Header> headers = new ArrayList<>(HEADERS);
        heads.of("200 OK", headers);
        headers.set(0, new Header("Content-Length", "6"));

        assertThat(heads.of("200 OK", headers).head().contentLength()).isEqualTo(6);
    }

    @Test
    void refusesWhatIsMalformedEachTime() {
        for (String status : new String[] {"", null, "200OK"}) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> heads.of(status, List.of()))
                        .isInstanceOf(ContractException.class);
            }
        }
        assertThatThrownBy(() -> heads.of("200 OK", null)).isInstanceOf(ContractException.class);
        assertThat(heads.of("204 No Content", List.of()).head().status()).isEqualTo(204);
    }
}
