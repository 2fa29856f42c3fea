package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.GatewayException;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class ErrorDemoTest {

    @Test
    void failsBeforeTheFirstByte() {
        assertThatThrownBy(() -> Call.get("/error", "/before").to(new ErrorDemo()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsInTheMiddleOfTheBody() throws Exception {
        Answer answer = Call.get("/error", "/after").to(new ErrorDemo());
        Iterator<byte[]> blocks = answer.blocks();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(blocks.next()).isNotEmpty();
        assertThat(blocks.hasNext()).isTrue();
        assertThatThrownBy(blocks::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasNothingElse() {
        assertThatThrownBy(() -> Call.get("/error", "/").to(new ErrorDemo()))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}
