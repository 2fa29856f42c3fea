package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

    @DisplayName("W21 a status is three digits, then optionally a space and a reason")
    @ParameterizedTest
    @CsvSource({"200 OK,200", "200,200", "'200 ',200", "999 x y,999", "404 Caf\u00e9,404"})
    void acceptsStatuses(String status, int code) {
        assertThat(ResponseHead.of(status, List.of()).status()).isEqualTo(code);
    }

    @DisplayName("W21 anything else is refused in start_response")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "20",
                "200OK",
                "20X OK",
                "2000 OK",
                " 200 OK",
                "-20 OK",
                "099 x",
                "100 x",
                "199 x",
                "200 O\rK",
                "200 O\nK",
                "200 \0",
                "200 \u20ac",
                "\u0662\u0660\u0660 OK"
            })
    void refusesStatuses(String status) {
        assertThatThrownBy(() -> ResponseHead.of(status, List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageNotContaining("\n");
    }

    @DisplayName("W22 W23 names are tokens, values latin-1 without controls, none hop-by-hop")
    @ParameterizedTest
    @CsvSource({
        "'',v",
        "X A,v",
        "'X\r',v",
        "X:,v",
        "X\u00e9,v",
        "X,'a\rb'",
        "X,'a\nb'",
        "X,'a\0b'",
        "X,\u20ac",
        "Transfer-Encoding,chunked",
        "connection,close",
        "TE,trailers",
        "Upgrade,h2c",
        "Keep-Alive,x",
        "Content-Length,abc",
        "Content-Length,-1",
        "Content-Length,''",
        "Content-Length,+1",
        "Content-Length,' 1'",
        "Content-Length,9999999999999999999"
    })
    void refusesHeaders(String name, String value) {
        assertThatThrownBy(() -> ResponseHead.of("200 OK", List.of(new Header(name, value))))
                .isInstanceOf(ContractException.class)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("\r");
    }

    @Test
    void saysWhoseTheHopByHopHeadersAre() {
        assertThatThrownBy(
                        () -> ResponseHead.of("200 OK", List.of(new Header("Connection", "close"))))
                .hasMessage(
                        "start_response: the hop-by-hop header Connection is the server's to send");
    }

    @ParameterizedTest
    @CsvSource({"5,5,5", "5,6,-2"})
    void aRepeatedContentLengthMustAgree(String first, String second, long length) {
        List<Header> headers =
                List.of(new Header("Content-Length", first), new Header("content-length", second));
        if (length < 0) {
            assertThatThrownBy(() -> ResponseHead.of("200 OK", headers))
                    .isInstanceOf(ContractException.class);
        } else {
            assertThat(ResponseHead.of("200 OK", headers).contentLength()).isEqualTo(length);
        }
    }
}
